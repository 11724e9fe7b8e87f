#include "tests/qml/qmlview.h"

#include <QRegularExpression>
#include <QTest>

#include "qml/engine/prepareengine.h"

namespace ourtable::test {

QmlView::QmlView(const QString &url, const QVariantMap &properties, const QSize &size)
{
    if (!m_words.use(QStringLiteral("en_GB")))
        qFatal("there are no words");
    prepareEngine(*m_view.engine());
    m_view.setResizeMode(QQuickView::SizeRootObjectToView);
    m_view.resize(size);
    m_view.setInitialProperties(properties);
    m_view.setSource(QUrl(url));
    if (m_view.status() != QQuickView::Ready)
        qFatal("the page does not load");
    m_view.show();
    if (!QTest::qWaitForWindowActive(&m_view))
        qFatal("the window does not show");
    settle();
}

QQuickItem *QmlView::item(const QString &name) { return root().findChild<QQuickItem *>(name); }

void QmlView::settle()
{
    for (int i = 0; i < 3; ++i) {
        (void)m_view.grabWindow();
        QCoreApplication::processEvents();
    }
}

void failOnWarnings() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

QList<QQuickItem *> visibleItems(QQuickItem &top)
{
    if (!top.isVisible())
        return {};
    QList<QQuickItem *> found{&top};
    for (QQuickItem *child : top.childItems())
        found += visibleItems(*child);
    return found;
}

} // namespace ourtable::test
