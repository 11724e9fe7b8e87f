// A promise from the table where it was made, the day of the next breakfast, and the tables of one.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/promises.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;
namespace promise = catalogue::kinds::action;
using How = usecases::FieldEdit::How;

class Promises : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void aPledgeIsOfferedAndItsDraftIsDone();
    void itsNotesSayWhatCameOfThem();
    void whoPromisesIsNamedOrNobody();
    void aPromiseOfNowhereIsRefusedWhole();
    void theNextBreakfastIsThePlannedOneOrASecondThursday();
    void tablesAreThoseNamedAndThoseWithNotes();

private:
    usecases::Workspace &nuala() { return **m_nuala; }

    std::unique_ptr<Programme> m_programme;
    Member *m_nuala = nullptr;
    RecordId m_gathering;
};

void Promises::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_nuala = m_programme->letIn("Nuala", {"lay_partner"});
    QVERIFY2(m_nuala, m_programme->failure.c_str());
    usecases::BreakfastPlan plan;
    plan.date = "2026-11-22";
    plan.place = "The Copper Kettle";
    const Result<RecordId> gathering = usecases::startBreakfast(nuala(), plan);
    VERIFY_GOOD(gathering);
    m_gathering = *gathering;
}

void Promises::aPledgeIsOfferedAndItsDraftIsDone()
{
    VERIFY_GOOD(nuala().keepDraft("note", Value(std::string("I will ring the council"))));
    usecases::NewPromise made;
    made.text = "I will ring the council";
    made.draft = "note";
    const auto record = usecases::addPromise(nuala(), m_gathering, made);
    VERIFY_GOOD(record);
    QCOMPARE(nuala().draft("note").error().code, ErrorCode::NotFound);
    const auto view = nuala().get(*record);
    VERIFY_GOOD(view);
    QCOMPARE(view->state, std::string("offered"));
    QCOMPARE(view->field(promise::kind_), Value(std::string("pledge")));
    QCOMPARE(view->field(promise::owner_type), Value(std::string("unnamed")));
    QCOMPARE(view->field(promise::made_on), Value(std::string("2026-11-22")));
    QCOMPARE(view->field(promise::due), Value(std::string("2026-12-10"))); // the second Thursday of December
    QCOMPARE(view->field(promise::gathering).id<RecordId>(), std::optional(m_gathering));
    made.kind = "one_step";
    made.due = "2027-01-31";
    made.draft.reset();
    const auto step = usecases::addPromise(nuala(), m_gathering, made);
    VERIFY_GOOD(step);
    QCOMPARE(nuala().get(*step)->field(promise::due), Value(std::string("2027-01-31")));
    made.kind = "oath";
    QCOMPARE(usecases::addPromise(nuala(), m_gathering, made).error().code, ErrorCode::UnknownCode);
}

void Promises::itsNotesSayWhatCameOfThem()
{
    usecases::NewNote note;
    note.text = "The ramp is too steep";
    const auto said = usecases::addNote(nuala(), m_gathering, note);
    VERIFY_GOOD(said);
    usecases::NewPromise made;
    made.text = "Lay a new ramp";
    made.notes = {*said};
    const auto record = usecases::addPromise(nuala(), m_gathering, made);
    VERIFY_GOOD(record);
    QCOMPARE(nuala().get(*said)->field(kinds::contribution::became), Value(ValueArray{*record}));
    QCOMPARE(nuala().get(*record)->field(promise::contributions), Value(ValueArray{*said}));
}

void Promises::whoPromisesIsNamedOrNobody()
{
    usecases::NewPromise made;
    made.text = "Open on Tuesday evenings";
    made.ownerType = "organisation";
    QCOMPARE(usecases::addPromise(nuala(), m_gathering, made).error(), (Error{ErrorCode::RequiredMissing, "action.owner"}));
    made.ownerName = "The library";
    const auto inWords = usecases::addPromise(nuala(), m_gathering, made);
    VERIFY_GOOD(inWords);
    QCOMPARE(nuala().get(*inWords)->field(promise::owner_name), Value(std::string("The library")));
    made.ownerType = "person";
    made.ownerName.clear();
    made.owner = RecordId{nuala().person().octets};
    const auto mine = usecases::addPromise(nuala(), m_gathering, made);
    VERIFY_GOOD(mine);
    QCOMPARE(nuala().get(*mine)->field(promise::owner).id<PersonId>(), std::optional(nuala().person()));
    made.ownerType = "unnamed"; // whoever was chosen before
    const auto nobodys = usecases::addPromise(nuala(), m_gathering, made);
    VERIFY_GOOD(nobodys);
    QVERIFY(nuala().get(*nobodys)->field(promise::owner).isNull());
}

void Promises::aPromiseOfNowhereIsRefusedWhole()
{
    VERIFY_GOOD(nuala().keepDraft("note", Value(std::string("I will"))));
    usecases::NewPromise made;
    made.text = "I will";
    made.draft = "note";
    QCOMPARE(usecases::addPromise(nuala(), RecordId{{7}}, made).error(), (Error{ErrorCode::NotFound, "gathering"}));
    made.text.clear();
    QCOMPARE(usecases::addPromise(nuala(), m_gathering, made).error().code, ErrorCode::InvalidInput);
    VERIFY_GOOD(nuala().draft("note"));
    QCOMPARE(nuala().count({.kind = promise::kind}).value(), std::int64_t{0});
}

void Promises::theNextBreakfastIsThePlannedOneOrASecondThursday()
{
    const auto next = [&](const char *day) { return usecases::dateOfNextBreakfast(nuala(), day).value(); };
    QCOMPARE(usecases::dateOfNextBreakfast(nuala()).value(), std::string("2026-12-10"));
    QCOMPARE(next("2026-11-26"), std::string("2026-12-10")); // two weeks to the day
    QCOMPARE(next("2026-11-27"), std::string("2027-01-14")); // too soon; and over the end of the year
    QCOMPARE(next("2026-12-31"), std::string("2027-01-14"));
    QCOMPARE(next("2027-09-30"), std::string("2027-10-14"));
    QCOMPARE(next("2028-01-31"), std::string("2028-03-09")); // February's is on the tenth
    QCOMPARE(usecases::dateOfNextBreakfast(nuala(), "soon").error().code, ErrorCode::InvalidInput);
    namespace fields = kinds::gathering;
    for (const char *date : {"2027-01-21", "2026-12-03", "2026-11-22"}) {
        VERIFY_GOOD(nuala().create(fields::kind, {{fields::date, How::Set, Value(std::string(date)), {}},
                                                  {fields::title, How::Set, Value(std::string("Breakfast")), {}},
                                                  {fields::place, How::Set, Value(std::string("Here")), {}},
                                                  {fields::host, How::Set, Value(nuala().person()), {}}}));
    }
    QCOMPARE(next("2026-11-22"), std::string("2026-12-03"));
    QCOMPARE(next("2026-12-03"), std::string("2027-01-21"));
    QCOMPARE(next("2027-01-21"), std::string("2027-02-11"));
}

void Promises::tablesAreThoseNamedAndThoseWithNotes()
{
    namespace fields = kinds::gathering_table;
    const auto numbers = [&] {
        const auto tables = usecases::tablesOf(nuala(), m_gathering);
        std::vector<std::pair<std::int64_t, std::int64_t>> found;
        for (const usecases::TableCount &table : *tables)
            found.emplace_back(table.table, table.notes);
        return found;
    };
    using Numbers = std::vector<std::pair<std::int64_t, std::int64_t>>;
    QCOMPARE(numbers(), (Numbers{{1, 0}, {2, 0}, {3, 0}, {4, 0}}));
    usecases::NewNote note;
    note.text = "The ramp is too steep";
    for (const std::int64_t table : {2, 2, 7}) {
        note.table = table;
        VERIFY_GOOD(usecases::addNote(nuala(), m_gathering, note));
    }
    QCOMPARE(numbers(), (Numbers{{1, 0}, {2, 2}, {3, 0}, {4, 0}, {7, 1}}));
    QCOMPARE(usecases::notesOf(nuala(), m_gathering, 2)->size(), std::size_t{2});
    QCOMPARE(usecases::notesOf(nuala(), m_gathering)->size(), std::size_t{3});
    VERIFY_GOOD(nuala().create(fields::kind, {{fields::gathering, How::Set, Value(m_gathering), {}},
                                              {fields::n, How::Set, Value(std::int64_t{2}), {}},
                                              {fields::place, How::Set, Value(std::string("By the window")), {}},
                                              {fields::topic, How::Set, Value(std::string("Getting about")), {}}}));
    QCOMPARE(numbers(), (Numbers{{2, 2}, {7, 1}}));
    const auto named = usecases::tablesOf(nuala(), m_gathering);
    QCOMPARE(named->front().topic, std::string("Getting about"));
    QCOMPARE(named->front().place, std::string("By the window"));
    QCOMPARE(usecases::tablesOf(nuala(), RecordId{{7}}).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(Promises)
#include "tst_promises.moc"
