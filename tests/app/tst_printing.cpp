// Printing the papers of a breakfast: through the real window, and over the whole demonstration programme, read back from the
// files by another program.
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

#include "app/bridge/printing.h"
#include "app/bridge/printoffer.h"
#include "core/catalogue/handles.h"
#include "core/usecases/papers.h"
#include "platform/printing/pdfpress.h"
#include "tests/app/demoprogramme.h"
#include "tests/app/inputs.h"
#include "tests/bridge/deskview.h"
#include "tests/qml/qmlview.h"
#include "tests/support/pdfreading.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

namespace kinds = catalogue::kinds;

constexpr char kToday[] = "2026-11-22";

std::string wordsOf(const store::RecordView &view, catalogue::FieldNumber field)
{
    const std::string *text = view.field(field).text();
    return text ? *text : std::string();
}

Result<std::vector<store::RecordView>> allOf(usecases::Workspace &workspace, catalogue::KindNumber kind)
{
    store::Query query;
    query.kind = kind;
    query.limit = 10'000;
    return workspace.find(query);
}

PrintWish wishFor(const char *paper, std::optional<RecordId> meeting = std::nullopt)
{
    return {QString::fromLatin1(paper), meeting, QString::fromLatin1(kToday)};
}

// A made file as bytes and as all words in it.
struct Made {
    std::string name;
    report::Paper paper;
    QString words;
    int pages = 0;
};

// Somebody signed in at their device, without a window.
struct Open {
    Open(Programme &of, Member &who) : programme(of), person(who), member(of.reopen(who) ? person.workspace.get() : nullptr)
    {
        if (!member)
            qFatal("nobody signs in");
    }
    ~Open() { programme.close(person); }
    Open(const Open &) = delete;
    Open &operator=(const Open &) = delete;

    Programme &programme;
    Member &person;
    usecases::Workspace *member;
};

} // namespace

class PrintingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }

    void aPaperIsMadeOpenedAndDeleted_data() { addInputs(); }
    void aPaperIsMadeOpenedAndDeleted();
    void whatCanBePrintedFitsHowFarTheBreakfastIs();
    void aFolderThatTakesNothingIsSaid();
    void aFullDiskLeavesNothingHalf();
    void whatWasPrintedIsWrittenDown();
    void J1_07_noPaperShowsNotesThatAreForTheNotesOnly();
    void J1_10_wordsThatWereTakenBackAreOnNoPaper();
    void aLineThatQuotesWhatMayNoLongerBeQuotedIsOnNoPoster();
    void theNotesTakeTwoSidesAtMostAndSayWhatIsLeftOut();
    void oneNoteThatIsKeptBackIsOne();
    void noNameOfAnybodyStandsInTheNotes();
    void thePosterSaysHowItStandsInWords();
    void promisesStandByOwnerTheEarliestFirst();
    void whoeverReadsNoNotesPrintsNone();

private:
    [[nodiscard]] Result<std::vector<Made>> everyPaper(usecases::Workspace &workspace);
    [[nodiscard]] Result<Made> make(usecases::Workspace &workspace, const PrintWish &wish, const std::string &name);
    [[nodiscard]] Result<RecordId> latestHeld(usecases::Workspace &workspace);

    Translation m_words;
    DemoProgramme m_demo;
    printing::PdfPress m_press;
};

void PrintingTest::initTestCase()
{
    m_words.use(QStringLiteral("en_GB"));
    QVERIFY2(m_demo.make(), m_demo.failure().c_str());
}

Result<Made> PrintingTest::make(usecases::Workspace &workspace, const PrintWish &wish, const std::string &name)
{
    OURTABLE_ASSIGN(report::Paper paper, paperFor(workspace, m_press, wish));
    OURTABLE_ASSIGN(const Bytes pdf, m_press.pdfOf(paper));
    const PdfReading read{ByteView(pdf)};
    read.keepToLookAt(QString::fromStdString(name));
    return Made{name, std::move(paper), QString(read.words() + u'\n' + read.attachedWords() + u'\n' + QString::fromUtf8(textOf(pdf).data(), static_cast<qsizetype>(pdf.size()))), read.pages()};
}

Result<std::vector<Made>> PrintingTest::everyPaper(usecases::Workspace &workspace)
{
    std::vector<Made> all;
    const auto add = [&](const PrintWish &wish, const std::string &name) -> Result<void> {
        OURTABLE_ASSIGN(Made made, make(workspace, wish, name));
        all.push_back(std::move(made));
        return {};
    };
    OURTABLE_ASSIGN(const std::vector<store::RecordView> meetings, allOf(workspace, kinds::gathering::kind));
    for (const store::RecordView &meeting : meetings) {
        for (const char *paper : {"notes", "tableCards", "signIn", "prompts"})
            OURTABLE_TRY(add(wishFor(paper, meeting.id), std::string(paper) + "-" + wordsOf(meeting, kinds::gathering::date)));
    }
    for (const auto size : {report::Paper::Size::A4, report::Paper::Size::A3}) {
        for (const bool colour : {true, false}) {
            PrintWish wish = wishFor("wall");
            wish.size = size;
            wish.colour = colour;
            OURTABLE_TRY(add(wish, std::string("wall-") + (size == report::Paper::Size::A3 ? "a3" : "a4") + (colour ? "" : "-black")));
        }
    }
    OURTABLE_TRY(add(wishFor("promises"), "promises"));
    return all;
}

Result<RecordId> PrintingTest::latestHeld(usecases::Workspace &workspace)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordView> meetings, allOf(workspace, kinds::gathering::kind));
    const store::RecordView *latest = nullptr;
    for (const store::RecordView &each : meetings) {
        const bool held = each.state != "open" && each.state != "planned" && wordsOf(each, kinds::gathering::kind_) == "breakfast";
        if (held && (!latest || wordsOf(*latest, kinds::gathering::date) < wordsOf(each, kinds::gathering::date)))
            latest = &each;
    }
    return latest ? Result<RecordId>(latest->id) : Result<RecordId>(ErrorCode::NotFound);
}

void PrintingTest::aPaperIsMadeOpenedAndDeleted()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    const QTemporaryDir home;
    const QString folder = home.filePath(QStringLiteral("Documents/Our Table"));
    QStringList opened;
    AppView app(m_demo.programme, *m_demo.lay, windowFor(by));
    new PrintOffer(app.session(), m_press, folder, [&opened](const QString &path) {
        opened.append(path);
        return true;
    });
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"), {{QStringLiteral("key"), QString::fromStdString(m_demo.gathering.hex())}});
    const auto press = [&](const char *name) { pressBy(by, app, QString::fromLatin1(name)); };
    const auto said = [&app](const char *name) { return app.item(QString::fromLatin1(name))->property("text").toString(); };
    press("print");
    press("paper-prompts");
    QTRY_VERIFY_WITH_TIMEOUT(app.item(QStringLiteral("printOutcome")), 30'000);
    QCOMPARE(opened.size(), 1);
    const QFileInfo file(opened.constFirst());
    QVERIFY(QRegularExpression(QStringLiteral("^prompts-\\d{4}-\\d\\d-\\d\\d\\.pdf$")).match(file.fileName()).hasMatch());
    QCOMPARE(file.absolutePath(), folder);
    QCOMPARE(said("printOutcome"), QStringLiteral("Saved as %1 and opened.").arg(file.fileName()));
    QVERIFY(said("printNext").contains(QStringLiteral("Anyone who opens this device can read it.")));
    const PdfReading read(file.absoluteFilePath());
    QVERIFY2(read.words().contains(QStringLiteral("What would make a good week?")), qPrintable(read.words()));
    if (const QString look = qEnvironmentVariable("OURTABLE_LOOK"); !look.isEmpty())
        (void)app.picture().save(QStringLiteral("%1/sheet-%2.png").arg(look).arg(input));
    press("printDelete");
    QTRY_COMPARE_WITH_TIMEOUT(said("printOutcome"), QStringLiteral("The file is gone."), 30'000);
    QVERIFY(!file.exists() || !QFile::exists(opened.constFirst()));
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList());
    press("confirm");
    QTRY_VERIFY_WITH_TIMEOUT(!app.item(QStringLiteral("printOutcome")), 30'000);
}

void PrintingTest::whatCanBePrintedFitsHowFarTheBreakfastIs()
{
    Printing printing;
    const auto keys = [&printing] {
        QStringList found;
        for (const RowsModel::Row &row : printing.papers()->rows())
            found.append(row.key);
        return found;
    };
    QCOMPARE(keys(), (QStringList{QStringLiteral("tableCards"), QStringLiteral("signIn"), QStringLiteral("prompts")}));
    printing.setHeld(true);
    QCOMPARE(keys(), QStringList{QStringLiteral("notes")});
}

void PrintingTest::aFolderThatTakesNothingIsSaid()
{
    const QTemporaryDir home;
    QFile inTheWay(home.filePath(QStringLiteral("Our Table")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    DeskView desk(m_demo.programme, *m_demo.lay);
    QVERIFY(desk.signIn());
    bool opened = false;
    new PrintOffer(desk.session, m_press, inTheWay.fileName(), [&opened](const QString &) { return opened = true; });
    Printing printing;
    printing.setProperty("session", QVariant::fromValue(&desk.session));
    printing.make(QStringLiteral("promises"));
    QVERIFY(printing.busy());
    QTRY_VERIFY_WITH_TIMEOUT(!printing.busy(), 30'000);
    QCOMPARE(printing.problem(), QStringLiteral("Nothing can be written in that folder. Nothing was saved."));
    QVERIFY(!opened && !printing.saved() && printing.outcome().isEmpty());
    QCOMPARE(QDir(home.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("Our Table")});
}

void PrintingTest::aFullDiskLeavesNothingHalf()
{
    const QTemporaryDir home;
    const Open at(m_demo.programme, *m_demo.lay);
    VERIFY_GOOD(printTo(*at.member, m_press, wishFor("promises"), home.path()));
    const QString earlier = PdfReading(home.filePath(QStringLiteral("promises-2026-11-22.pdf"))).words();
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit nearlyFull = before;
    nearlyFull.rlim_cur = 4000;
    (void)std::signal(SIGXFSZ, SIG_IGN); // the write is refused instead
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &nearlyFull), 0);
    const auto again = printTo(*at.member, m_press, wishFor("promises"), home.path());
    const auto other = printTo(*at.member, m_press, wishFor("prompts", m_demo.gathering), home.path());
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!again && !other);
    QCOMPARE(again.error().code, ErrorCode::StorageFull);
    QCOMPARE(other.error().code, ErrorCode::StorageFull);
    QCOMPARE(QDir(home.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("promises-2026-11-22.pdf")});
    QCOMPARE(PdfReading(home.filePath(QStringLiteral("promises-2026-11-22.pdf"))).words(), earlier);
}

void PrintingTest::whatWasPrintedIsWrittenDown()
{
    const QTemporaryDir home;
    DeskView desk(m_demo.programme, *m_demo.lay);
    QVERIFY(desk.signIn());
    const auto records = desk.inWorkspace([&](usecases::Workspace &workspace) -> Result<std::vector<store::RecordView>> {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> before, allOf(workspace, kinds::print_record::kind));
        OURTABLE_TRY(printTo(workspace, m_press, wishFor("promises"), home.path()));
        OURTABLE_ASSIGN(std::vector<store::RecordView> after, allOf(workspace, kinds::print_record::kind));
        std::erase_if(after, [&before](const store::RecordView &each) { return std::find(before.begin(), before.end(), each) != before.end(); });
        return after;
    });
    VERIFY_GOOD(records);
    QCOMPARE(records->size(), std::size_t{1});
    QCOMPARE(wordsOf(records->front(), kinds::print_record::what), std::string("Promises"));
    QCOMPARE(wordsOf(records->front(), kinds::print_record::record_sensitivity), std::string("members"));
    QCOMPARE(QDir(home.path()).entryList(QDir::Files), QStringList{QStringLiteral("promises-2026-11-22.pdf")});
}

void PrintingTest::J1_07_noPaperShowsNotesThatAreForTheNotesOnly()
{
    const Open at(m_demo.programme, m_demo.programme.coordinator);
    const auto notes = std::invoke([](usecases::Workspace &workspace) { return allOf(workspace, kinds::contribution::kind); }, *at.member);
    VERIFY_GOOD(notes);
    std::vector<QString> kept;
    int onPaper = 0;
    std::vector<QString> open;
    for (const store::RecordView &note : *notes) {
        const bool notesOnly = wordsOf(note, kinds::contribution::quote_permission) == "notes_only";
        (notesOnly ? kept : open).push_back(QString::fromStdString(wordsOf(note, kinds::contribution::text)));
    }
    const auto holds = [](const std::vector<QString> &all, const char *part) {
        return std::any_of(all.begin(), all.end(), [part](const QString &each) { return each.contains(QLatin1String(part)); });
    };
    QVERIFY(holds(kept, "the only Black woman"));       // c-076
    QVERIFY(holds(kept, "Somali, Arabic and English")); // c-026
    const auto papers = std::invoke([this](usecases::Workspace &workspace) { return everyPaper(workspace); }, *at.member);
    VERIFY_GOOD(papers);
    for (const Made &made : *papers) {
        const QString words = made.words.simplified();
        for (const QString &each : kept)
            QVERIFY2(each.isEmpty() || !words.contains(each.left(40).simplified()), made.name.c_str());
        onPaper += static_cast<int>(std::count_if(open.begin(), open.end(), [&words](const QString &each) { return words.contains(each.simplified()); }));
        if (made.name.starts_with("notes") || made.name.starts_with("wall"))
            QVERIFY2(made.pages <= (made.name.starts_with("wall") ? 1 : 2), made.name.c_str());
    }
    QVERIFY2(onPaper > 80, qPrintable(QString::number(onPaper)));
}

void PrintingTest::J1_10_wordsThatWereTakenBackAreOnNoPaper()
{
    DemoProgramme demo;
    QVERIFY2(demo.make(), demo.failure().c_str());
    const Open at(demo.programme, demo.programme.coordinator);
    const auto looked = std::invoke([this](usecases::Workspace &workspace) -> Result<QString>  {
        OURTABLE_ASSIGN(const RecordId meeting, latestHeld(workspace));
        OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, usecases::openNotesOf(workspace, meeting));
        OURTABLE_ASSIGN(const Made before, make(workspace, wishFor("notes", meeting), "before"));
        const QString said = QString::fromStdString(wordsOf(notes.front(), kinds::contribution::text));
        if (!before.words.contains(said))
            return Error{ErrorCode::NotFound, "the note"};
        OURTABLE_TRY(workspace.takeBack(notes.front().id));
        OURTABLE_ASSIGN(const std::vector<Made> papers, everyPaper(workspace));
        for (const Made &made : papers) {
            if (made.words.simplified().contains(said.simplified()))
                return Error{ErrorCode::Erased, made.name};
        }
        return said;
    }, *at.member);
    VERIFY_GOOD(looked);
    const auto behindALine = std::invoke([](usecases::Workspace &workspace) -> Result<std::pair<bool, bool>>  {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> lines, usecases::wallLines(workspace));
        const auto held = [&](const std::vector<store::RecordView> &all) {
            return std::any_of(all.begin(), all.end(), [&](const store::RecordView &each) { return each.id == lines.front().id; });
        };
        const ValueArray *sources = lines.front().field(kinds::feedback::contributions).array();
        OURTABLE_TRY(workspace.takeBack(*sources->front().id<RecordId>()));
        OURTABLE_ASSIGN(const std::vector<store::RecordView> after, usecases::wallLines(workspace));
        return std::pair(held(lines), held(after));
    }, *at.member);
    VERIFY_GOOD(behindALine);
    QCOMPARE(*behindALine, std::pair(true, false));
}

void PrintingTest::aLineThatQuotesWhatMayNoLongerBeQuotedIsOnNoPoster()
{
    DemoProgramme demo;
    QVERIFY2(demo.make(), demo.failure().c_str());
    const Open at(demo.programme, demo.programme.coordinator);
    usecases::Workspace &workspace = *at.member;
    const auto put = [](catalogue::FieldNumber field, Value value) {
        return usecases::FieldEdit{field, usecases::FieldEdit::How::Set, std::move(value), std::nullopt};
    };
    const auto lines = usecases::wallLines(workspace);
    VERIFY_GOOD(lines);
    const RecordId line = lines->front().id;
    const RecordId note = *lines->front().field(kinds::feedback::contributions).array()->front().id<RecordId>();
    const auto hangs = [&] {
        const auto now = usecases::wallLines(workspace);
        return now && std::any_of(now->begin(), now->end(), [&](const store::RecordView &each) { return each.id == line; });
    };
    const auto said = workspace.get(note);
    VERIFY_GOOD(said);
    VERIFY_GOOD(workspace.change(line, {put(kinds::feedback::you_said, wordsOf(*said, kinds::contribution::text).substr(0, 150))}));
    QVERIFY(hangs());
    VERIFY_GOOD(workspace.change(note, {put(kinds::contribution::quote_permission, "notes_only")}));
    QVERIFY(!hangs());
}

void PrintingTest::theNotesTakeTwoSidesAtMostAndSayWhatIsLeftOut()
{
    DemoOptions wordy;
    wordy.before = QStringLiteral("Somewhere warm to wait. ").repeated(9).toStdString();
    DemoProgramme demo(wordy);
    QVERIFY2(demo.make(), demo.failure().c_str());
    const Open at(demo.programme, demo.programme.coordinator);
    const auto both = std::invoke([this](usecases::Workspace &workspace) -> Result<std::pair<Made, report::Paper>>  {
        OURTABLE_ASSIGN(const RecordId meeting, latestHeld(workspace));
        OURTABLE_ASSIGN(Made made, make(workspace, wishFor("notes", meeting), "notes-wordy"));
        OURTABLE_ASSIGN(report::Paper again, paperFor(workspace, m_press, wishFor("notes", meeting)));
        return std::pair(std::move(made), std::move(again));
    }, *at.member);
    VERIFY_GOOD(both);
    QCOMPARE(both->first.pages, 2);
    const QRegularExpressionMatch out = QRegularExpression(QStringLiteral("(\\d+) more notes did not fit\\. They are in Our Table\\.")).match(both->first.words.simplified());
    QVERIFY(out.hasMatch());
    QVERIFY2(out.captured(1).toInt() < 13, qPrintable(out.captured(1)));
    QCOMPARE(report::plainTextOf(both->first.paper), report::plainTextOf(both->second));
}

void PrintingTest::oneNoteThatIsKeptBackIsOne()
{
    const Open at(m_demo.programme, m_demo.programme.coordinator);
    const auto meeting = latestHeld(*at.member);
    VERIFY_GOOD(meeting);
    const auto paper = paperFor(*at.member, m_press, wishFor("notes", *meeting));
    VERIFY_GOOD(paper);
    const std::string words = report::plainTextOf(*paper);
    QVERIFY2(words.find("1 note is not shown. It may not be shared, or nobody has checked it yet.") != words.npos, words.c_str());
}

void PrintingTest::noNameOfAnybodyStandsInTheNotes()
{
    const Open at(m_demo.programme, *m_demo.lay);
    const auto looked = std::invoke([this](usecases::Workspace &workspace) -> Result<QStringList>  {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> people, allOf(workspace, kinds::person::kind));
        OURTABLE_ASSIGN(const std::vector<store::RecordView> meetings, allOf(workspace, kinds::gathering::kind));
        QStringList found;
        for (const store::RecordView &meeting : meetings) {
            OURTABLE_ASSIGN(const report::Paper paper, paperFor(workspace, m_press, wishFor("notes", meeting.id)));
            const QString words = QString::fromStdString(report::plainTextOf(paper));
            for (const store::RecordView &person : people) {
                const QString name = QString::fromStdString(wordsOf(person, kinds::person::name));
                if (!name.isEmpty() && words.contains(name))
                    found.append(name);
            }
        }
        return people.size() > 20 ? found : QStringList{QStringLiteral("too few people to say")};
    }, *at.member);
    VERIFY_GOOD(looked);
    QCOMPARE(*looked, QStringList());
}

void PrintingTest::thePosterSaysHowItStandsInWords()
{
    const Open at(m_demo.programme, *m_demo.lay);
    const auto made = std::invoke([this](usecases::Workspace &workspace) {
        PrintWish wish = wishFor("wall");
        wish.size = report::Paper::Size::A3;
        return make(workspace, wish, "poster");
    }, *at.member);
    VERIFY_GOOD(made);
    QCOMPARE(made->paper.sensitivity, catalogue::Sensitivity::Open);
    const auto cards = std::count_if(made->paper.blocks.begin(), made->paper.blocks.end(), [](const report::Block &block) { return std::holds_alternative<report::Card>(block.content); });
    QVERIFY2(cards >= 8 && cards < 12, qPrintable(QString::number(cards)));
    QVERIFY(made->words.contains(QStringLiteral("%1 earlier lines did not fit. Ask to see them in Our Table.").arg(12 - cards)));
    for (const char *word : {"Done", "Started", "Not yet, and why", "We can't, and why", "Open to everyone - 22 November 2026"})
        QVERIFY2(made->words.contains(QLatin1String(word)), word);
}

void PrintingTest::promisesStandByOwnerTheEarliestFirst()
{
    const Open at(m_demo.programme, *m_demo.lay);
    const auto found = std::invoke([](usecases::Workspace &workspace) { return usecases::promisesPaper(workspace); }, *at.member);
    VERIFY_GOOD(found);
    std::size_t all = 0;
    std::string owners, promises;
    for (const usecases::OwnedPromises &owned : found->open) {
        promises.clear();
        for (const store::RecordView &promise : owned.promises) {
            ++all;
            QVERIFY(promises <= wordsOf(promise, kinds::action::due));
            promises = wordsOf(promise, kinds::action::due);
        }
        QVERIFY(owners <= wordsOf(owned.promises.front(), kinds::action::due));
        owners = wordsOf(owned.promises.front(), kinds::action::due);
    }
    QCOMPARE(all, std::size_t{16}); // of 30: 14 are done
    const auto made = std::invoke([this](usecases::Workspace &workspace) { return make(workspace, wishFor("promises"), "promises-meeting"); }, *at.member);
    VERIFY_GOOD(made);
    QVERIFY(made->words.contains(QStringLiteral("due 7 weeks ago"))); // a-20, 51 days late
}

void PrintingTest::whoeverReadsNoNotesPrintsNone()
{
    DemoProgramme demo;
    QVERIFY2(demo.make(), demo.failure().c_str());
    QVERIFY(demo.programme.reopen(demo.programme.coordinator));
    Member *office = demo.programme.letIn("Olu", {"admin"});
    QVERIFY2(office, demo.programme.failure.c_str());
    VERIFY_GOOD((*office)->share());
    for (const char *paper : {"notes", "tableCards", "signIn", "prompts"}) {
        const auto refused = paperFor(**office, m_press, wishFor(paper, demo.gathering));
        QVERIFY2(!refused, paper);
        QVERIFY2(refused.error().code == ErrorCode::NotPermitted || refused.error().code == ErrorCode::NotFound, paper);
    }
    VERIFY_GOOD(paperFor(**office, m_press, wishFor("wall"))); // what may hang on a wall anybody may print
}

QTEST_MAIN(PrintingTest)
#include "tst_printing.moc"
