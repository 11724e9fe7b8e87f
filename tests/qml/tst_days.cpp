// Days and times as people write them (ux.md 5, 15), and the calendar beneath. Today is Thursday 4 June 2026.
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include "qml/engine/prepareengine.h"
#include "tests/qml/qmlview.h"

using namespace ourtable::test;

class DaysTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void daysAreUnderstood_data();
    void daysAreUnderstood();
    void whatSaysNoDayIsNone_data();
    void whatSaysNoDayIsNone();
    void whatIsShownIsUnderstood();
    void monthsTooShortEndWithTheirLastDay();
    void timesAreUnderstood_data();
    void timesAreUnderstood();

private:
    QString call(const char *function, const QString &argument, bool back = false) const;

    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_page;
};

void DaysTest::initTestCase()
{
    ourtable::prepareEngine(m_engine);
    QQmlComponent component(&m_engine);
    component.setData(R"(import QtQml
import OurTable.Controls
import "qrc:/qt/qml/OurTable/Controls/dayparser.js" as Parser
import "qrc:/qt/qml/OurTable/Controls/days.js" as Days
import "qrc:/qt/qml/OurTable/Controls/clock.js" as Clock
QtObject {
    property DayWords words: DayWords {}
    function day(text: string, back: bool): string { return Parser.understood(text, "2026-06-04", words.typed, back) }
    function full(day: string, back: bool): string { return words.full(day) }
    function monthOn(day: string, back: bool): string { return Days.addMonths(day, back ? -1 : 1) }
    function time(text: string, back: bool): string {
        return Clock.understood(text, { am: "am", pm: "pm", noon: "noon|midday", midnight: "midnight" })
    }
})", {});
    m_page.reset(component.create());
    QVERIFY2(m_page, qPrintable(component.errorString()));
}

QString DaysTest::call(const char *function, const QString &argument, bool back) const
{
    QString answer;
    if (!QMetaObject::invokeMethod(m_page.get(), function, Q_RETURN_ARG(QString, answer), Q_ARG(QString, argument), Q_ARG(bool, back)))
        qFatal("there is no such function");
    return answer;
}

void DaysTest::daysAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ahead");
    QTest::addColumn<QString>("back");
    const char *const cases[][3] = {
        {"12 June", "2026-06-12", "2025-06-12"}, {"12 june 2026", "2026-06-12", "2026-06-12"}, {"12/6", "2026-06-12", "2025-06-12"},
        {"12/6/26", "2026-06-12", "2026-06-12"}, {"12.6.2027", "2027-06-12", "2027-06-12"}, {"12.6.", "2026-06-12", "2025-06-12"},
        {"2026-11-12", "2026-11-12", "2026-11-12"}, {"June 12", "2026-06-12", "2025-06-12"}, {"the 12th of June", "2026-06-12", "2025-06-12"},
        {"1st feb", "2027-02-01", "2026-02-01"}, {"12 nov. 26", "2026-11-12", "2026-11-12"}, {"Fri 12 June", "2026-06-12", ""},
        {"Friday, 12 June 2026", "2026-06-12", "2026-06-12"}, {"4 June", "2026-06-04", "2026-06-04"}, {"3 June", "2027-06-03", "2026-06-03"},
        {"29 February", "2028-02-29", "2024-02-29"}, {"12", "2026-06-12", "2026-05-12"}, {"31", "2026-07-31", "2026-05-31"},
        {"today", "2026-06-04", "2026-06-04"}, {"  Tomorrow ", "2026-06-05", "2026-06-05"}, {"yesterday", "2026-06-03", "2026-06-03"},
        {"thursday", "2026-06-11", "2026-05-28"}, {"friday", "2026-06-05", "2026-05-29"}, {"mon", "2026-06-08", "2026-06-01"},
        {"next thursday", "2026-06-11", "2026-06-11"}, {"next tuesday", "2026-06-09", "2026-06-09"}, {"on this saturday", "2026-06-06", "2026-06-06"},
        {"last thursday", "2026-05-28", "2026-05-28"}, {"in 3 days", "2026-06-07", "2026-06-07"}, {"in a week", "2026-06-11", "2026-06-11"},
        {"two weeks", "2026-06-18", "2026-06-18"}, {"next month", "2026-07-04", "2026-07-04"}, {"3 weeks ago", "2026-05-14", "2026-05-14"},
    };
    for (const auto &each : cases)
        QTest::newRow(each[0]) << QString::fromUtf8(each[0]) << QString::fromUtf8(each[1]) << QString::fromUtf8(each[2]);
}

void DaysTest::daysAreUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QString, ahead);
    QFETCH(QString, back);
    QCOMPARE(call("day", text), ahead);
    QCOMPARE(call("day", text, true), back);
}

void DaysTest::whatSaysNoDayIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", " ", "30 February", "31/6", "12/13", "0", "32", "12 ju", "june", "soon", "12 june 2026 or later", "Saturday 12 June 2026",
                             "12/6/202", "in days", "999 months", "<img src=x>", "1 2 3 4 5 6", "2026-02-30", "12 june 3000"})
        QTest::newRow(text) << QString::fromUtf8(text);
    QTest::newRow("long") << QString(2000, u'1');
}

void DaysTest::whatSaysNoDayIsNone()
{
    QFETCH(QString, text);
    QCOMPARE(call("day", text), QString());
}

// What the field shows when it is left has to mean the same when it is read again.
void DaysTest::whatIsShownIsUnderstood()
{
    QCOMPARE(call("full", QStringLiteral("2026-11-12")), QStringLiteral("Thursday 12 November 2026"));
    for (QDate day(2026, 1, 1); day < QDate(2028, 3, 2); day = day.addDays(1)) {
        const QString iso = day.toString(Qt::ISODate);
        QCOMPARE(call("full", iso), QLocale::c().toString(day, QStringLiteral("dddd d MMMM yyyy")));
        QCOMPARE(call("day", call("full", iso)), iso);
    }
}

void DaysTest::monthsTooShortEndWithTheirLastDay()
{
    QCOMPARE(call("monthOn", QStringLiteral("2026-01-31")), QStringLiteral("2026-02-28"));
    QCOMPARE(call("monthOn", QStringLiteral("2026-12-31")), QStringLiteral("2027-01-31"));
    QCOMPARE(call("monthOn", QStringLiteral("2026-01-31"), true), QStringLiteral("2025-12-31"));
}

void DaysTest::timesAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("time");
    const char *const cases[][2] = {
        {"8.30", "08:30"}, {"830", "08:30"}, {"8:30", "08:30"}, {"5 pm", "17:00"}, {"5pm", "17:00"}, {"5.15 p.m.", "17:15"}, {"17:20", "17:20"}, {"1720", "17:20"},
        {"17", "17:00"}, {"0:05", "00:05"}, {"12 am", "00:00"}, {"12 pm", "12:00"}, {"noon", "12:00"}, {"midnight", "00:00"}, {" 9 AM ", "09:00"}, {"", ""},
        {"24:00", ""}, {"8:60", ""}, {"13 pm", ""}, {"0 am", ""}, {"8:3", ""}, {"half past", ""}, {"8:30 xm", ""},
    };
    for (const auto &each : cases)
        QTest::newRow(each[0]) << QString::fromUtf8(each[0]) << QString::fromUtf8(each[1]);
}

void DaysTest::timesAreUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QString, time);
    QCOMPARE(call("time", text), time);
}

QTEST_MAIN(DaysTest)
#include "tst_days.moc"
