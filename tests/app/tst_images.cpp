// Every page as it was accepted, to the pixel. bash platform/linux/pictures.sh shows what changed and accepts it.
#include <QTest>

#include "tests/app/accepted.h"
#include "tests/app/look.h"
#include "tests/qml/galleryview.h"

using namespace ourtable;
using namespace ourtable::test;

class ImagesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void pagesInLight_data();
    void pagesInLight();
    void newDevicesInLight_data() { pagesInLight_data(); }
    void newDevicesInLight();
    void todayAsOthersSeeIt_data();
    void todayAsOthersSeeIt();
    void writingNotesInOtherLooks_data();
    void writingNotesInOtherLooks();
    void longNamesBreakNoPage_data();
    void longNamesBreakNoPage();
    void everyControl_data();
    void everyControl();

private:
    void compare(DemoProgramme &demo, const Look &look, const QList<PageCase> &pages, const QString &before = {});
    static void columns();
    static void row(const Look &look) { QTest::newRow(qPrintable(look.name)) << look.size << look.touch << look.mode << look.textScale << look.rightToLeft; }
    static Look here();

    DemoProgramme m_demo;
    Accepted m_accepted{QDir(QStringLiteral(OURTABLE_DIFFERENT_PICTURES))};
};

void ImagesTest::initTestCase()
{
    const QString why = Accepted::whyNot();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    QDir(QStringLiteral(OURTABLE_DIFFERENT_PICTURES)).removeRecursively();
    QVERIFY2(m_demo.make(), m_demo.failure().c_str());
}

void ImagesTest::columns()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("touch");
    QTest::addColumn<int>("mode");
    QTest::addColumn<double>("textScale");
    QTest::addColumn<bool>("rightToLeft");
}

Look ImagesTest::here()
{
    QFETCH(QSize, size);
    QFETCH(bool, touch);
    QFETCH(int, mode);
    QFETCH(double, textScale);
    QFETCH(bool, rightToLeft);
    return {QString::fromLatin1(QTest::currentDataTag()), size, touch, mode, textScale, rightToLeft};
}

void ImagesTest::compare(DemoProgramme &demo, const Look &look, const QList<PageCase> &pages, const QString &before)
{
    QVERIFY(!pages.isEmpty());
    QStringList different;
    photograph(demo, look, pages, [&](const PageCase &page, const QImage &picture) {
        if (page.name == QStringLiteral("hidden"))
            return; // Qt draws its large digits half a pixel to the side after other sizes of them
        const QString why = m_accepted.check(before + page.name + u'-' + look.name, picture);
        if (!why.isEmpty())
            different.append(why);
    });
    different.append(QStringLiteral("look at " OURTABLE_DIFFERENT_PICTURES));
    QVERIFY2(different.size() == 1, qPrintable(different.join(u'\n')));
}

void ImagesTest::pagesInLight_data()
{
    columns();
    for (const Look &look : mainLooks())
        row(look);
}

void ImagesTest::pagesInLight() { compare(m_demo, here(), everyPage(m_demo)); }

void ImagesTest::newDevicesInLight()
{
    const Look look = here();
    QStringList different;
    photographNewDevice(m_demo, look, [&](const QString &page, const QImage &picture) {
        if (page == QStringLiteral("join-waiting"))
            return; // its words are others each time
        const QString why = m_accepted.check(page + u'-' + look.name, picture);
        if (!why.isEmpty())
            different.append(why);
    });
    QVERIFY2(different.isEmpty(), qPrintable(different.join(u'\n')));
}

void ImagesTest::todayAsOthersSeeIt_data()
{
    columns();
    row({QStringLiteral("lay"), {1280, 800}});
    row({QStringLiteral("peer"), {360, 800}});
}

void ImagesTest::todayAsOthersSeeIt()
{
    Look look = here();
    look.person = look.name == QStringLiteral("lay") ? &DemoProgramme::lay : &DemoProgramme::peer;
    compare(m_demo, look, pagesNamed(m_demo, {QStringLiteral("today")}));
}

void ImagesTest::writingNotesInOtherLooks_data()
{
    columns();
    row({QStringLiteral("dark"), {1280, 800}, true, 1});
    row({QStringLiteral("contrast"), {1280, 800}, true, 2});
    row({QStringLiteral("large"), {360, 800}, true, 0, 2});
    row({QStringLiteral("rtl"), {1280, 800}, true, 0, 1, true});
}

void ImagesTest::writingNotesInOtherLooks() { compare(m_demo, here(), pagesNamed(m_demo, {QStringLiteral("capture")})); }

void ImagesTest::longNamesBreakNoPage_data()
{
    columns();
    row({QStringLiteral("phone"), {360, 800}});
    row({QStringLiteral("desktop"), {1440, 900}, false});
}

void ImagesTest::longNamesBreakNoPage()
{
    static DemoProgramme demo({"Wilhelmina-Bartholomea Featherstonehaugh-Cholmondeley of the Fernhithe Waterside Community Association "});
    static const bool made = demo.make();
    QVERIFY2(made, demo.failure().c_str());
    compare(demo, here(), pagesNamed(demo, {QStringLiteral("today"), QStringLiteral("capture"), QStringLiteral("records")}),
            QStringLiteral("long-"));
}

void ImagesTest::everyControl_data()
{
    columns();
    const QSize size(1280, 1400);
    row({QStringLiteral("light"), size});
    row({QStringLiteral("dark"), size, true, 1});
    row({QStringLiteral("contrast"), size, true, 2});
    row({QStringLiteral("large"), size, true, 0, 2});
    row({QStringLiteral("rtl"), size, true, 0, 1, true});
}

void ImagesTest::everyControl()
{
    const Look look = here();
    QGuiApplication::setLayoutDirection(look.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    QString why;
    {
        QmlView view = gallery(look.mode, look.textScale, look.size);
        why = m_accepted.check(QStringLiteral("gallery-") + look.name, view.window().grabWindow());
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

QTEST_MAIN(ImagesTest)
#include "tst_images.moc"
