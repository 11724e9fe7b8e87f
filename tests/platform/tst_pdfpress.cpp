// Papers as PDF files, read back by another program: nothing cut, in order, legible in grey, no class above the page's.
#include <QTest>

#include "platform/printing/pdfpress.h"
#include "tests/support/pdfreading.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using catalogue::Sensitivity;
using report::Block;
using report::Paper;

namespace {

constexpr int kDots = 60;          // an inch, for pictures that are looked at by a test
constexpr double kMargin = 15;     // millimetres without ink on every side

const char kPolish[] = "Zażółć gęślą jaźń: ktoś słuchał, przy źródle.";
const char kSomali[] = "Waxaan u baahannahay meel diiran oo aan ku sugno, dhakhtarka ka hor.";
const char kArabic[] = "نحتاج إلى مكان دافئ قبل أن تفتح العيادة في الساعة 8:30.";
const char kEmoji[] = "Tea first ☕ then forms 🙂 and a ❤.";
const char kMarks[] = "Việt, Yorùbá ẹ̀kọ́, ā̃ and Z̶ạ̈.";

Paper paperWith(std::vector<Block> blocks)
{
    Paper paper;
    paper.title = "Notes of the breakfast";
    paper.subtitle = "Breakfast at The Copper Kettle\nThursday 12 November 2026, 8:30 to 10:15";
    paper.footer = "Members only - 12 November 2026";
    paper.pageWords = "page %1 of %2";
    paper.blocks = std::move(blocks);
    return paper;
}

Paper longList(int items)
{
    report::List list;
    for (int i = 0; i < items; ++i)
        list.items.push_back("Said as number " + std::to_string(i) + ": somewhere warm to wait before the surgery opens, and a person who is there.");
    return paperWith({{report::Heading{"What was said"}, Sensitivity::Members}, {list, Sensitivity::Members}});
}

std::string fiveHundred(const std::string &start)
{
    QString text = QString::fromStdString(start);
    while (text.toUcs4().size() < 500)
        text += u' ' + QString::fromStdString(start);
    const QList<uint> scalars = text.toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(scalars.constData()), 500).toStdString();
}

void verifyMargins(const PdfReading &read)
{
    for (const QImage &page : read.pictures(kDots)) {
        const int margin = static_cast<int>(kMargin * kDots / 25.4) - 1;
        const QRect ink = inkOf(page);
        QVERIFY2(page.rect().adjusted(margin, margin, -margin, 1 - static_cast<int>(9 * kDots / 25.4)).contains(ink),
                 qPrintable(QStringLiteral("ink from %1,%2 to %3,%4").arg(ink.left()).arg(ink.top()).arg(ink.right()).arg(ink.bottom())));
    }
}

} // namespace

class PdfPressTest : public QObject {
    Q_OBJECT

private slots:
    void J1_15_everyLetterComesBackFromPaper_data();
    void J1_15_everyLetterComesBackFromPaper();
    void theWordsStandInTheirOrder();
    void nothingIsCut_data();
    void nothingIsCut();
    void aHeadingStaysWithItsTable();
    void theFooterSaysClassDayAndPage();
    void nothingStricterThanThePaperIsPrinted_data();
    void nothingStricterThanThePaperIsPrinted();
    void moreThanItsPagesIsRefused();
    void whatWouldBeCutIsRefused();
    void everyInkIsLegibleInGrey_data();
    void everyInkIsLegibleInGrey();
    void blackAndWhiteHasNoColour();
    void aCardFillsItsPage();

private:
    printing::PdfPress m_press;
};

void PdfPressTest::J1_15_everyLetterComesBackFromPaper_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("simple"); // letters that stand alone are read from what is drawn as well
    const auto add = [](const char *name, const char *said, bool simple) { QTest::newRow(name) << QString::fromStdString(fiveHundred(said)) << simple; };
    add("Polish", kPolish, true);
    add("Somali", kSomali, true);
    add("Arabic", kArabic, false);
    add("emoji", kEmoji, false);
    add("combining marks", kMarks, false);
    QTest::newRow("mixed") << QString::fromStdString(std::string("We said ") + kArabic + " and then " + kPolish) << false;
    QTest::newRow("markup") << QStringLiteral("<b>bold</b> <img src=\"http://example.org/x.png\"> & %1 %2") << true;
}

void PdfPressTest::J1_15_everyLetterComesBackFromPaper()
{
    QFETCH(const QString, said);
    QFETCH(const bool, simple);
    const auto pdf = m_press.pdfOf(paperWith({{report::List{{said.toStdString()}}, Sensitivity::Members}}));
    VERIFY_GOOD(pdf);
    const PdfReading read{ByteView(*pdf)};
    QVERIFY(read.attachedWords().split(u'\n').contains(said));
    if (simple)
        QVERIFY2(read.words().contains(said.simplified()), qPrintable(read.words()));
    verifyMargins(read);
    read.keepToLookAt(QStringLiteral("letters-") + QLatin1String(QTest::currentDataTag()));
}

void PdfPressTest::theWordsStandInTheirOrder()
{
    report::Table table{{"What", "Who", "When"}, {{"Ask the surgery for a warm room", "Tamarind Hall", "by Thursday 10 December"}}, {5, 3, 3}};
    const Paper paper = paperWith({{report::Paragraph{"What would make a good week?", report::Paragraph::Voice::Lead}},
                                   {report::Heading{"What was said"}},
                                   {report::List{{"Somewhere warm to wait.", "A person who answers."}}},
                                   {report::Rule{}},
                                   {report::Heading{"Promised here"}},
                                   {table}});
    const auto pdf = m_press.pdfOf(paper);
    VERIFY_GOOD(pdf);
    const QString words = PdfReading{ByteView(*pdf)}.words();
    qsizetype at = 0;
    for (const char *part : {"Notes of the breakfast", "Thursday 12 November 2026", "What would make a good week?", "What was said", "Somewhere warm to wait.",
                             "A person who answers.", "Promised here", "Ask the surgery for a warm room", "Members only"}) {
        const qsizetype found = words.indexOf(QLatin1String(part), at);
        QVERIFY2(found >= 0, part);
        at = found;
    }
    for (const char *part : {"What Who When", "Tamarind Hall", "by Thursday 10 December"})
        QVERIFY2(words.contains(QLatin1String(part)), part);
}

void PdfPressTest::nothingIsCut_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("letters");
    QTest::addColumn<bool>("large");
    for (const bool large : {false, true}) {
        QTest::addRow("a word without an end%s", large ? " in a poster" : "") << QString(400, u'm') << static_cast<int>(Paper::Letters::Poster) << large;
        QTest::addRow("a long note%s", large ? ", A3" : "") << QString::fromStdString(fiveHundred(kSomali)) << static_cast<int>(Paper::Letters::Usual) << large;
        QTest::addRow("large letters%s", large ? ", A3" : "") << QString::fromStdString(fiveHundred(kArabic)) << static_cast<int>(Paper::Letters::Large) << large;
    }
}

void PdfPressTest::nothingIsCut()
{
    QFETCH(const QString, word);
    QFETCH(const int, letters);
    QFETCH(const bool, large);
    const std::string words = word.toStdString();
    const std::string title = word.left(162).toStdString();
    const std::string line = word.left(215).toStdString();
    report::Card card{"", title, {line, line, line}, "Not yet, and why", report::Sign::NotYet, "Thursday 12 November", false};
    Paper paper = paperWith({{report::Heading{word.left(80).toStdString()}}, {report::List{{words}}}, {report::Table{{}, {{line, words}}, {1, 3}}}});
    if (static_cast<Paper::Letters>(letters) == Paper::Letters::Large)
        paper.blocks.pop_back(); // tables are for usual letters
    if (static_cast<Paper::Letters>(letters) == Paper::Letters::Poster)
        paper.blocks = {{card}, {card}, {card}};
    paper.letters = static_cast<Paper::Letters>(letters);
    paper.size = large ? Paper::Size::A3 : Paper::Size::A4;
    const auto pdf = m_press.pdfOf(paper);
    VERIFY_GOOD(pdf);
    verifyMargins(PdfReading{ByteView(*pdf)});
}

void PdfPressTest::aHeadingStaysWithItsTable()
{
    const std::string tall = QStringLiteral("Somewhere warm to wait. ").repeated(12).toStdString();
    for (int lines = 20; lines < 34; ++lines) { // further and further down the page
        std::vector<Block> blocks(static_cast<std::size_t>(lines), {report::Paragraph{"A line."}});
        blocks.push_back({report::Heading{"Promised here"}});
        blocks.push_back({report::Table{{}, {{tall, "Tamarind Hall"}}, {1, 1}}});
        const auto pdf = m_press.pdfOf(paperWith(std::move(blocks)));
        VERIFY_GOOD(pdf);
        const QString words = PdfReading{ByteView(*pdf)}.words();
        const qsizetype between = words.indexOf(QStringLiteral("page 1 of 2"));
        const bool headOnFirst = words.indexOf(QStringLiteral("Promised here")) < between;
        QVERIFY2(between < 0 || headOnFirst == (words.indexOf(QStringLiteral("Tamarind Hall")) < between), qPrintable(QString::number(lines)));
    }
}

void PdfPressTest::theFooterSaysClassDayAndPage()
{
    const auto pdf = m_press.pdfOf(longList(30));
    VERIFY_GOOD(pdf);
    const PdfReading read{ByteView(*pdf)};
    QCOMPARE(read.pages(), 2);
    for (const char *footer : {"Members only - 12 November 2026 - page 1 of 2", "Members only - 12 November 2026 - page 2 of 2"})
        QVERIFY2(read.words().contains(QLatin1String(footer)), qPrintable(read.words()));
    read.keepToLookAt(QStringLiteral("long-list"));
}

void PdfPressTest::nothingStricterThanThePaperIsPrinted_data()
{
    QTest::addColumn<int>("paper");
    QTest::addColumn<int>("block");
    QTest::addColumn<bool>("printed");
    const auto add = [](const char *name, Sensitivity paper, Sensitivity block, bool printed) {
        QTest::newRow(name) << static_cast<int>(paper) << static_cast<int>(block) << printed;
    };
    add("open on open", Sensitivity::Open, Sensitivity::Open, true);
    add("open among members", Sensitivity::Members, Sensitivity::Open, true);
    add("members among members", Sensitivity::Members, Sensitivity::Members, true);
    add("members on open", Sensitivity::Open, Sensitivity::Members, false);
    add("support among members", Sensitivity::Members, Sensitivity::SupportTeam, false);
    add("office on open", Sensitivity::Open, Sensitivity::Office, false);
    add("a paper of the support team", Sensitivity::SupportTeam, Sensitivity::SupportTeam, false);
    add("a paper of monitoring", Sensitivity::MonitoringOnly, Sensitivity::Open, false);
}

void PdfPressTest::nothingStricterThanThePaperIsPrinted()
{
    QFETCH(const int, paper);
    QFETCH(const int, block);
    QFETCH(const bool, printed);
    Paper made = paperWith({{report::Paragraph{"Warm words."}, static_cast<Sensitivity>(block)}});
    made.sensitivity = static_cast<Sensitivity>(paper);
    const auto pdf = m_press.pdfOf(made);
    QCOMPARE(pdf.ok(), printed);
    QCOMPARE(m_press.pagesOf(made).ok(), printed);
    if (!printed)
        QCOMPARE(pdf.error(), (Error{ErrorCode::NotPermitted, "class"}));
}

void PdfPressTest::moreThanItsPagesIsRefused()
{
    Paper paper = longList(200);
    paper.mostPages = 2;
    const auto pdf = m_press.pdfOf(paper);
    QVERIFY(!pdf);
    QCOMPARE(pdf.error(), (Error{ErrorCode::TooLarge, "pages"}));
    QVERIFY(*m_press.pagesOf(paper) > 2);
}

void PdfPressTest::whatWouldBeCutIsRefused()
{
    const std::string endless(6000, 'm');
    for (const Paper &paper : {paperWith({{report::Card{"", endless, {}, "", report::Sign::None, "", false}}}),
                               paperWith({{report::Card{"1", endless, {}, "", report::Sign::None, "", true}}}),
                               paperWith({{report::Table{{}, {{endless, ""}}, {1, 1}}}})}) {
        const auto pdf = m_press.pdfOf(paper);
        QVERIFY(!pdf);
        QCOMPARE(pdf.error(), (Error{ErrorCode::TooLarge, "block"}));
        QVERIFY(!m_press.pagesOf(paper));
    }
}

void PdfPressTest::everyInkIsLegibleInGrey_data()
{
    QTest::addColumn<int>("sign");
    QTest::addColumn<bool>("colour");
    for (const bool colour : {true, false}) {
        for (const report::Sign sign : {report::Sign::Done, report::Sign::Started, report::Sign::NotYet, report::Sign::Cannot})
            QTest::addRow("sign %d%s", static_cast<int>(sign), colour ? "" : " in black") << static_cast<int>(sign) << colour;
    }
}

void PdfPressTest::everyInkIsLegibleInGrey()
{
    QFETCH(const int, sign);
    QFETCH(const bool, colour);
    Paper paper = paperWith({{report::Card{"", "“Tell us”", {"A list was made."}, "Status", static_cast<report::Sign>(sign), "12 November", false}}});
    paper.letters = Paper::Letters::Poster;
    paper.colour = colour;
    const auto pdf = m_press.pdfOf(paper);
    VERIFY_GOOD(pdf);
    const QImage page = PdfReading{ByteView(*pdf)}.pictures(200).constFirst();
    int bands = 0; // rows of words, one after the other, each by itself
    for (int y = 0; y < page.height(); ++y) {
        const auto inkAt = [&page](int line) { return !inkOf(page.copy(page.width() / 10, line, page.width() / 3, 1)).isNull(); };
        if (!inkAt(y))
            continue;
        const int top = y;
        while (y < page.height() && inkAt(y))
            ++y;
        if (y - top < 15 || y - top > 200)
            continue; // a hairline, or the side of a card
        ++bands;
        const double contrast = contrastOfInk(page, QRect(page.width() / 10, top, page.width() / 3, y - top));
        QVERIFY2(contrast >= 4.5, qPrintable(QStringLiteral("%1 at %2").arg(contrast).arg(top)));
    }
    QVERIFY(bands >= 2);
}

void PdfPressTest::blackAndWhiteHasNoColour()
{
    Paper paper = paperWith({{report::Heading{"What was said"}}, {report::List{{"Warm."}}},
                             {report::Card{"", "“Tell us”", {"A list."}, "Done", report::Sign::Done, "", false}}});
    const auto hasColour = [this](const Paper &made) {
        const auto pdf = m_press.pdfOf(made);
        const QImage page = PdfReading{ByteView(*pdf)}.pictures(kDots).constFirst();
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                if (page.pixelColor(x, y).saturation() > 12)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(hasColour(paper));
    paper.colour = false;
    QVERIFY(!hasColour(paper));
}

void PdfPressTest::aCardFillsItsPage()
{
    Paper paper = paperWith({{report::Card{"3", "Letters in long words", {"Your host is Dami"}, "", report::Sign::None, "", true}},
                             {report::Card{"4", "مكان دافئ ننتظر فيه قبل أن تفتح العيادة ومن يجيب", {}, "", report::Sign::None, "", true}},
                             {report::Card{"5", "", {}, "", report::Sign::None, "", true}}});
    paper.landscape = true;
    const auto pdf = m_press.pdfOf(paper);
    VERIFY_GOOD(pdf);
    const PdfReading read{ByteView(*pdf)};
    QCOMPARE(read.pages(), 3);
    verifyMargins(read);
    const QRect ink = inkOf(read.pictures(kDots).constFirst());
    QVERIFY(ink.height() > read.pictures(kDots).constFirst().height() / 2);
    read.keepToLookAt(QStringLiteral("card"));
}

QTEST_MAIN(PdfPressTest)
#include "tst_pdfpress.moc"
