#include "chartpicture.h"

#include "chartvalues.h"

namespace ourtable {

ChartPicture::ChartPicture(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    connect(this, &ChartPicture::changed, this, [this] {
        polish();
        update();
    });
}

void ChartPicture::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickPaintedItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.width() != oldGeometry.width())
        polish();
}

void ChartPicture::updatePolish() { setImplicitHeight(width() > 0 ? neededHeight(styleFrom(m_look)) : 0); }

double ChartPicture::neededHeight(const ChartStyle &style) const
{
    switch (m_kind) {
    case Kind::Line:
        return lineChartHeight(style);
    case Kind::Bars:
        return barListHeight(barsFrom(m_values, m_markWords), style, width());
    case Kind::Stack:
        return stackBarHeight(partsFrom(m_values, m_otherWords), style, width());
    case Kind::Path:
        return timelinePathHeight(stopsFrom(m_values), style, width());
    }
    return 0;
}

void ChartPicture::paint(QPainter *painter)
{
    const ChartStyle style = styleFrom(m_look);
    const QRectF place = boundingRect();
    switch (m_kind) {
    case Kind::Line:
        return paintLineChart(*painter, place, lineFrom(m_values, m_events), style);
    case Kind::Bars:
        return paintBarList(*painter, place, barsFrom(m_values, m_markWords), style);
    case Kind::Stack:
        return paintStackBar(*painter, place, partsFrom(m_values, m_otherWords), style);
    case Kind::Path:
        return paintTimelinePath(*painter, place, stopsFrom(m_values), style);
    }
}

} // namespace ourtable
