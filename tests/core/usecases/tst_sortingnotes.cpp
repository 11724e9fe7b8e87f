// Sorting notes and the second person who reads them (ux.md 7.8; domain.md record 8), on the devices of several people.
#include <QTest>

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/sorting.h"
#include "core/usecases/sortingsuggestion.h"
#include "core/usecases/today.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using namespace ourtable::usecases;
namespace fields = catalogue::kinds::contribution;

class SortingTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void todayAndThePageWaitForTheSameNotes();
    void notesComeLatestGatheringFirstThenByTableAndOrder();
    void sortingIsOneChange();
    void whatSomebodyElseSortedIsNotWrittenOver();
    void aNoteThatWasTakenBackIsNotSorted();
    void aSuggestionIsTheGroupsOwnWords();
    void aSuggestionNeedsAClearLead();
    void littleWordsAndWordsOfEveryNoteTellNothing();
    void aSuggestionIsNeverApplied();
    void aSecondPersonChecks();
    void whatHasNoLevelIsNotChecked();

private:
    RecordId note(Member &by, const std::string &text, const std::string &kind = {}, const std::vector<std::string> &themes = {},
                  std::int64_t table = 1);
    store::RecordView viewOf(Member &by, const RecordId &id) { return *by->get(id); }
    void share();

    std::unique_ptr<Programme> m_programme;
    Member *m_nuala = nullptr;
    Member *m_dami = nullptr;
    RecordId m_gathering;
};

void SortingTest::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_nuala = m_programme->letIn("Nuala", {"lay_partner"});
    m_dami = m_programme->letIn("Dami", {"lay_partner"});
    QVERIFY2(m_nuala && m_dami, m_programme->failure.c_str());
    BreakfastPlan plan;
    plan.place = "The Copper Kettle";
    const auto gathering = startBreakfast(**m_nuala, plan);
    VERIFY_GOOD(gathering);
    m_gathering = *gathering;
    share();
}

void SortingTest::share()
{
    for (int round = 0; round < 2; ++round) {
        for (Member *member : {m_nuala, m_dami})
            VERIFY_GOOD((*member)->share());
    }
}

RecordId SortingTest::note(Member &by, const std::string &text, const std::string &kind, const std::vector<std::string> &themes, std::int64_t table)
{
    NewNote made;
    made.text = text;
    made.kind = kind;
    made.themes = themes;
    made.table = table;
    const Result<RecordId> saved = addNote(*by, m_gathering, made);
    if (!saved)
        qWarning("not noted: %s", saved.error().detail.c_str());
    return saved ? *saved : RecordId{};
}

void SortingTest::todayAndThePageWaitForTheSameNotes()
{
    (void)note(*m_nuala, "The ramp is too steep");
    (void)note(*m_nuala, "A kind is chosen, but not what it is about", "idea");
    (void)note(*m_nuala, "This one is sorted", "idea", {"places"});
    VERIFY_GOOD((*m_nuala)->takeBack(note(*m_nuala, "Not this one")));
    VERIFY_GOOD((*m_nuala)->hide(note(*m_nuala, "Nor this one")));
    const auto waiting = inSortingOrder(**m_nuala, waitingForSorting(m_gathering));
    VERIFY_GOOD(waiting);
    QCOMPARE(waiting->size(), std::size_t{2});
    const auto now = today(**m_nuala);
    VERIFY_GOOD(now);
    QCOMPARE(now->notesToSort->front().notes, std::int64_t{2});
    VERIFY_GOOD(sortNote(**m_nuala, waiting->front().id, {"barrier", {"access"}, {}, {}}, sortingOf(waiting->front())));
    QCOMPARE(today(**m_nuala)->notesToSort->front().notes, std::int64_t{1});
    QCOMPARE(inSortingOrder(**m_nuala, waitingForSorting())->size(), std::size_t{1});
}

void SortingTest::notesComeLatestGatheringFirstThenByTableAndOrder()
{
    const RecordId other = note(*m_nuala, "At the third table", {}, {}, 3);
    const RecordId first = note(*m_nuala, "At the second table, first", {}, {}, 2);
    const RecordId second = note(*m_nuala, "At the second table, then", {}, {}, 2);
    BreakfastPlan earlier;
    earlier.place = "Tamarind Hall";
    earlier.date = "2026-10-08";
    const auto before = startBreakfast(**m_nuala, earlier);
    VERIFY_GOOD(before);
    const auto old = addNote(**m_nuala, *before, {"Last month", {}, 1, {}, {}, {}, {}, {}, {}});
    VERIFY_GOOD(old);
    const auto all = inSortingOrder(**m_nuala, waitingForSorting());
    VERIFY_GOOD(all);
    std::vector<RecordId> order;
    std::ranges::transform(*all, std::back_inserter(order), &store::RecordView::id);
    QCOMPARE(order, (std::vector<RecordId>{first, second, other, *old}));
}

void SortingTest::sortingIsOneChange()
{
    const RecordId id = note(*m_nuala, "The ramp is too steep");
    const std::size_t before = (*m_nuala)->history(id)->size();
    const Sorting chosen{"barrier", {"places", "access"}, "system", false};
    const auto sorted = sortNote(**m_nuala, id, chosen, sortingOf(viewOf(*m_nuala, id)));
    VERIFY_GOOD(sorted);
    QVERIFY(sorted->done);
    QCOMPARE((*m_nuala)->history(id)->size(), before + 1);
    const Sorting held = sortingOf(viewOf(*m_nuala, id));
    QCOMPARE(held.kind, std::string("barrier"));
    QCOMPARE(held.themes, (std::vector<std::string>{"access", "places"}));
    QCOMPARE(held.level, std::string("system"));
    QCOMPARE(held.couldIdentify, std::optional(false));
    // And back again, as undoing does.
    const auto undone = sortNote(**m_nuala, id, {"experience", {}, {}, {}}, held);
    VERIFY_GOOD(undone);
    QVERIFY(undone->done);
    QCOMPARE(sortingOf(viewOf(*m_nuala, id)), (Sorting{"experience", {}, {}, {}}));
}

void SortingTest::whatSomebodyElseSortedIsNotWrittenOver()
{
    const RecordId id = note(*m_nuala, "The ramp is too steep");
    share();
    const Sorting seen = sortingOf(viewOf(*m_nuala, id));
    VERIFY_GOOD(sortNote(**m_dami, id, {"barrier", {"access"}, {}, {}}, seen));
    share();
    const auto late = sortNote(**m_nuala, id, {"idea", {"money"}, {}, {}}, seen);
    VERIFY_GOOD(late);
    QVERIFY(!late->done);
    QCOMPARE(sortingOf(late->note), (Sorting{"barrier", {"access"}, {}, {}}));
    QCOMPARE(sortingOf(viewOf(*m_nuala, id)), (Sorting{"barrier", {"access"}, {}, {}}));
    // Other words are not another sorting.
    VERIFY_GOOD((*m_dami)->change(id, {{fields::text, FieldEdit::How::Set, Value("The ramp is far too steep"), {}}}));
    share();
    const auto again = sortNote(**m_nuala, id, {"barrier", {"access", "places"}, {}, {}}, sortingOf(late->note));
    VERIFY_GOOD(again);
    QVERIFY(again->done);
}

void SortingTest::aNoteThatWasTakenBackIsNotSorted()
{
    const RecordId gone = note(*m_nuala, "Not this one"), hidden = note(*m_nuala, "Nor this one");
    const Sorting seen = sortingOf(viewOf(*m_nuala, gone));
    VERIFY_GOOD((*m_nuala)->takeBack(gone));
    VERIFY_GOOD((*m_nuala)->hide(hidden));
    QCOMPARE(sortNote(**m_nuala, gone, {"idea", {"money"}, {}, {}}, seen).error().code, ErrorCode::Erased);
    QCOMPARE(sortNote(**m_nuala, hidden, {"idea", {"money"}, {}, {}}, seen).error().code, ErrorCode::NotFound);
}

void SortingTest::aSuggestionIsTheGroupsOwnWords()
{
    (void)note(*m_nuala, "Nobody picks up the crisis line at night", "barrier", {"crisis"});
    (void)note(*m_nuala, "The crisis line rings out after midnight", "barrier", {"crisis"});
    (void)note(*m_nuala, "The housing office shuts at noon", "barrier", {"housing"});
    const RecordId fresh = note(*m_nuala, "I rang the Crisis line twice at NIGHT");
    const auto suggested = suggestSorting(**m_nuala, viewOf(*m_nuala, fresh));
    VERIFY_GOOD(suggested);
    QCOMPARE(*suggested, (SortingSuggestion{{"crisis"}, "barrier"}));
    QCOMPARE(*suggestSorting(**m_nuala, viewOf(*m_nuala, fresh)), *suggested);
    share();
    QCOMPARE(*suggestSorting(**m_dami, viewOf(*m_dami, fresh)), *suggested); // where they arrived in another order
    const RecordId decided = note(*m_nuala, "The crisis line again at night", "idea");
    QVERIFY(suggestSorting(**m_nuala, viewOf(*m_nuala, decided))->kind.empty()); // somebody said what it is
}

void SortingTest::aSuggestionNeedsAClearLead()
{
    const RecordId alone = note(*m_nuala, "Nothing like this was said before");
    QCOMPARE(*suggestSorting(**m_nuala, viewOf(*m_nuala, alone)), SortingSuggestion{});
    (void)note(*m_nuala, "Forms online take hours", "barrier", {"digital"});
    const RecordId one = note(*m_nuala, "Those forms again");
    QVERIFY(suggestSorting(**m_nuala, viewOf(*m_nuala, one))->themes.empty()); // a single word of a single note
    (void)note(*m_nuala, "Forms for rent take hours", "barrier", {"housing"});
    (void)note(*m_nuala, "Forms for debt take hours", "barrier", {"money"});
    const RecordId spread = note(*m_nuala, "Forms take hours");
    QVERIFY(suggestSorting(**m_nuala, viewOf(*m_nuala, spread))->themes.empty()); // three ways, none ahead
    (void)note(*m_nuala, "Grown-up daughter helps with letters", "resource", {"carers", "communication"});
    (void)note(*m_nuala, "Daughter reads the letters", "resource", {"carers", "communication"});
    const RecordId both = note(*m_nuala, "My daughter opens letters");
    QCOMPARE(suggestSorting(**m_nuala, viewOf(*m_nuala, both))->themes, (std::vector<std::string>{"carers", "communication"}));
}

void SortingTest::littleWordsAndWordsOfEveryNoteTellNothing()
{
    for (int at = 0; at < 3; ++at)
        (void)note(*m_nuala, "There should have been someone there because they would", "idea", {"money"});
    const RecordId little = note(*m_nuala, "They should have been there because someone would");
    QCOMPARE(*suggestSorting(**m_nuala, viewOf(*m_nuala, little)), SortingSuggestion{});
    for (int at = 0; at < 101; ++at)
        (void)note(*m_nuala, "Breakfast kettle", "idea", {"money"});
    const RecordId common = note(*m_nuala, "Kettle breakfast");
    QCOMPARE(*suggestSorting(**m_nuala, viewOf(*m_nuala, common)), SortingSuggestion{});
}

void SortingTest::aSuggestionIsNeverApplied()
{
    for (int at = 0; at < 3; ++at)
        (void)note(*m_nuala, "The crisis line rings out", "barrier", {"crisis"});
    const RecordId fresh = note(*m_nuala, "The crisis line rings out again");
    const store::RecordView before = viewOf(*m_nuala, fresh);
    QCOMPARE(suggestSorting(**m_nuala, before)->themes, std::vector<std::string>{"crisis"});
    QCOMPARE(viewOf(*m_nuala, fresh), before);
    QCOMPARE(inSortingOrder(**m_nuala, waitingForSorting())->size(), std::size_t{1});
}

void SortingTest::aSecondPersonChecks()
{
    const RecordId id = note(*m_nuala, "My neighbour at number nine waits for a ramp", "need", {"access"});
    share();
    const Sorting seen = sortingOf(viewOf(*m_nuala, id));
    const Sorting whole{"need", {"access"}, "system", true};
    QVERIFY(isOwnNote(**m_nuala, viewOf(*m_nuala, id)));
    QVERIFY(!isOwnNote(**m_dami, viewOf(*m_dami, id)));
    const auto own = checkNote(**m_nuala, id, whole, seen);
    QCOMPARE(own.error().code, ErrorCode::GuardRefused);
    QVERIFY(own.error().detail.find("second_person") != std::string::npos);
    QCOMPARE(viewOf(*m_nuala, id).state, std::string("noted"));
    QCOMPARE(sortingOf(viewOf(*m_nuala, id)), seen); // nothing by halves
    QCOMPARE(inSortingOrder(**m_dami, waitingForCheck(m_gathering))->size(), std::size_t{1});
    const auto yes = checkNote(**m_dami, id, whole, seen);
    VERIFY_GOOD(yes);
    QVERIFY(yes->done);
    QCOMPARE(yes->note.state, std::string("checked"));
    QCOMPARE(sortingOf(yes->note), whole);
    QVERIFY(inSortingOrder(**m_dami, waitingForCheck(m_gathering))->empty());
    QVERIFY(!checkNote(**m_dami, id, whole, whole)->done); // it was read already
}

void SortingTest::whatHasNoLevelIsNotChecked()
{
    const RecordId id = note(*m_nuala, "A ramp is needed", "need", {"access"});
    share();
    const Sorting seen = sortingOf(viewOf(*m_dami, id));
    const auto refused = checkNote(**m_dami, id, seen, seen);
    QCOMPARE(refused.error().code, ErrorCode::GuardRefused);
    QVERIFY(refused.error().detail.find("tidy_up_done") != std::string::npos);
}

QTEST_GUILESS_MAIN(SortingTest)
#include "tst_sortingnotes.moc"
