#include "tests/app/appview.h"

#include <QSignalSpy>
#include <QTest>

#include "app/bridge/nearbyoffer.h"
#include "app/pictures/mainplaces.h"
#include "app/pictures/settling.h"
#include "qml/engine/prepareengine.h"
#include "tests/qml/qmlview.h"

namespace ourtable::test {
namespace {

constexpr int kPatience = 20'000; // milliseconds; a machine under load

// Everything that is drawn of an item and its children.
void collect(QQuickItem *top, QList<QQuickItem *> &into)
{
    if (!top->isVisible())
        return;
    into.append(top);
    for (QQuickItem *child : top->childItems())
        collect(child, into);
}

// The page's flickable under which the item lies is moved until the item can be seen.
void bringIntoSight(QQuickItem *item)
{
    for (QQuickItem *above = item->parentItem(); above; above = above->parentItem()) {
        if (!above->inherits("QQuickFlickable"))
            continue;
        QQuickItem *content = above->property("contentItem").value<QQuickItem *>();
        const QRectF place = item->mapRectToItem(content, item->boundingRect());
        const double top = above->property("contentY").toDouble();
        if (place.top() < top)
            above->setProperty("contentY", place.top());
        else if (place.bottom() > top + above->height())
            above->setProperty("contentY", place.bottom() - above->height());
    }
}

} // namespace

AppView::AppView(Programme &programme, Member &member, const AppOptions &options)
    : m_folder(member.folder), m_around(programme.around(member)), m_clock(member.clock), m_options(options),
      m_password(QString::fromStdString(member.password))
{
    start(options);
}

AppView::AppView(const std::string &folder, const usecases::Surroundings &around, Clock &clock, const AppOptions &options)
    : m_folder(folder), m_around(around), m_clock(clock), m_options(options)
{
    start(options);
}

AppView::~AppView() = default;

void AppView::start(const AppOptions &options)
{
    m_words.use(QStringLiteral("en_GB"));
    m_storage = std::make_unique<Storage>(m_folder, m_around);
    m_session = std::make_unique<Session>(*m_storage, m_clock, QString::fromStdString(m_folder), options.places);
    new NearbyOffer(*m_session, options.nearby ? *options.nearby : m_still);
    m_density = std::make_unique<Density>(options.touch, true);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    prepareEngine(*m_engine);
    m_engine->setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(m_session.get())},
                                    {QStringLiteral("density"), QVariant::fromValue(m_density.get())},
                                    {QStringLiteral("width"), options.size.width()},
                                    {QStringLiteral("height"), options.size.height()},
                                    {QStringLiteral("visible"), true}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/OurTable/Shell/Main.qml")));
    if (m_engine->rootObjects().isEmpty())
        qFatal("the app does not load");
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    if (!m_finger)
        m_finger.reset(QTest::createTouchDevice());
    (void)QTest::qWaitForWindowActive(m_window);
    (void)QTest::qWaitFor([this] { return m_session->stage() != Session::Stage::Starting; }, kPatience);
    settle();
}

void AppView::killAndRestart()
{
    m_engine.reset();
    m_session.reset();
    m_storage.reset();
    start(m_options);
}

bool AppView::signIn()
{
    if (m_session->people()->count() == 0)
        return false;
    const QString key = m_session->people()->data(m_session->people()->index(0, 0), PeopleModel::KeyRole).toString();
    m_session->signIn(key, m_password);
    const bool in = QTest::qWaitFor([this] { return m_session->stage() == Session::Stage::SignedIn; }, kPatience);
    settle();
    return in;
}

void AppView::rest()
{
    if (!m_hurries)
        settle();
}

void AppView::settle() { ourtable::settle(*m_session, *m_window); }

QList<QQuickItem *> AppView::items()
{
    QList<QQuickItem *> found;
    collect(m_window->contentItem(), found);
    return found;
}

QQuickItem *AppView::item(const QString &name)
{
    const QList<QQuickItem *> all = items();
    const auto named = std::find_if(all.crbegin(), all.crend(), [&name](QQuickItem *each) { return each->objectName() == name; });
    return named == all.crend() ? nullptr : *named;
}

QPoint AppView::centreOf(const QString &name)
{
    QQuickItem *const found = item(name);
    if (!found)
        qFatal("there is no %s on this page", qPrintable(name));
    bringIntoSight(found);
    QCoreApplication::processEvents();
    return found->mapToScene(QPointF(found->width() / 2, found->height() / 2)).toPoint();
}

void AppView::tap(const QString &name)
{
    const QPoint at = centreOf(name);
    QTest::touchEvent(m_window, m_finger.get()).press(0, at, m_window);
    QTest::touchEvent(m_window, m_finger.get()).release(0, at, m_window);
    ++m_taps;
    rest();
}

void AppView::click(const QString &name)
{
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, centreOf(name));
    rest();
}

void AppView::pointAway()
{
    QTest::mouseMove(m_window, QPoint(2, 2)); // 0, 0 would be the middle
    QTest::mouseMove(m_window, QPoint(1, 1));
    rest();
}

void AppView::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_window, key, modifiers);
    rest();
}

void AppView::type(const QString &text)
{
    // Letter by letter as a keyboard does; QTest::keyClicks knows Latin letters only.
    for (const char32_t letter : text.toStdU32String()) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString::fromUcs4(&letter, 1));
        QCoreApplication::sendEvent(m_window, &down);
    }
    QCoreApplication::processEvents();
}

void AppView::open(const QString &page, const QVariantMap &details)
{
    QQuickItem *const shell = item(QStringLiteral("shell"));
    if (!shell)
        qFatal("nobody is signed in");
    if (details.isEmpty() && mainPlaces(*shell).contains(page))
        QMetaObject::invokeMethod(shell, "open", Q_ARG(QString, page));
    else
        QMetaObject::invokeMethod(shell, "show", Q_ARG(QString, page), Q_ARG(QVariant, QVariant(details)));
    settle();
}

QString AppView::page()
{
    QQuickItem *const shell = item(QStringLiteral("shell"));
    return shell ? shell->property("pageName").toString() : QString();
}

QImage AppView::picture()
{
    settle();
    return m_window->grabWindow();
}

} // namespace ourtable::test
