// A chart as QML shows it: painted by the functions that print it too (linechart.h, barlist.h, stackbar.h, timelinepath.h).
#pragma once

#include <QQuickPaintedItem>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include "chartstyle.h"

namespace ourtable {

// What `values` hold, by kind, each a map: Line { text, value }, Bars { text, value, words, mark, tooFew }, Stack { text, value,
// words }, Path { text, detail, state, reach: "done", "now" or "later" }. `events` are { at, text } of a line. `look` is the theme's
// part: { family, pixels, strongPixels, ink, muted, line, track, surface, bar, soft, series: [colours], rightToLeft }. What is not
// as said here counts as empty. The height follows from the width.
class ChartPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Kind kind MEMBER m_kind NOTIFY changed REQUIRED)
    Q_PROPERTY(QVariantList values MEMBER m_values NOTIFY changed REQUIRED)
    Q_PROPERTY(QVariantList events MEMBER m_events NOTIFY changed)
    Q_PROPERTY(QString markWords MEMBER m_markWords NOTIFY changed)
    Q_PROPERTY(QString otherWords MEMBER m_otherWords NOTIFY changed)
    Q_PROPERTY(QVariantMap look MEMBER m_look NOTIFY changed REQUIRED)

public:
    enum class Kind { Line, Bars, Stack, Path };
    Q_ENUM(Kind)

    explicit ChartPicture(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

signals:
    void changed();

protected:
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void updatePolish() override;

private:
    [[nodiscard]] double neededHeight(const ChartStyle &style) const;

    Kind m_kind = Kind::Bars;
    QVariantList m_values;
    QVariantList m_events;
    QString m_markWords;
    QString m_otherWords;
    QVariantMap m_look;
};

} // namespace ourtable
