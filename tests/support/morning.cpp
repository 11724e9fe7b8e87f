#include "tests/support/morning.h"

#include "core/catalogue/handles.h"

namespace ourtable::test {
namespace {

namespace kinds = catalogue::kinds;
using usecases::FieldEdit;

FieldEdit set(catalogue::FieldNumber field, Value value) { return {field, FieldEdit::How::Set, std::move(value), std::nullopt}; }

struct Said {
    const char *words;
    const char *kind;
    std::int64_t table;
    std::vector<std::string> themes;
};

Result<void> say(Member &member, const RecordId &gathering, const Said &said)
{
    member.clock.advanceSeconds(180);
    usecases::NewNote note;
    note.text = said.words;
    note.kind = said.kind;
    note.table = said.table;
    note.themes = said.themes;
    OURTABLE_ASSIGN([[maybe_unused]] const RecordId record, usecases::addNote(*member, gathering, note));
    return {};
}

} // namespace

bool Morning::make()
{
    if (!programme.found())
        return false;
    joel = programme.letIn("Joel", {"peer_worker"});
    amina = programme.letIn("Amina", {"lay_partner"});
    if (!joel || !amina)
        return false;
    const Result<void> begun = begin();
    if (!begun)
        programme.failure = std::string(nameOf(begun.error().code)) + " " + begun.error().detail;
    programme.close(*joel);
    programme.close(*amina);
    return begun.ok();
}

Result<void> Morning::begin()
{
    OURTABLE_TRY((*joel)->share());
    usecases::BreakfastPlan plan;
    plan.place = "Sunny Side Café";
    OURTABLE_ASSIGN(gathering, usecases::startBreakfast(**joel, plan));
    for (std::int64_t table = 1; table <= 4; ++table) {
        OURTABLE_ASSIGN([[maybe_unused]] const usecases::Saved saved,
                        (*joel)->create(kinds::gathering_table::kind,
                                        {set(kinds::gathering_table::gathering, gathering), set(kinds::gathering_table::n, table)}));
    }
    OURTABLE_TRY((*joel)->share());
    OURTABLE_TRY((*amina)->share());
    amina->clock.advanceSeconds(240);
    OURTABLE_TRY(say(*amina, gathering, {"I will bring the crisis line rota to the next breakfast.", "question", 2, {"crisis"}}));
    OURTABLE_TRY(say(*amina, gathering, {"The allotment on Loughborough Road has space and a kettle. We could meet there.", "resource", 2, {"places"}}));
    OURTABLE_TRY(say(*amina, gathering, {"Letters come in long words. Mum had to ring someone to ask what hers meant.", "barrier", 2, {"communication"}}));
    OURTABLE_TRY(say(*amina, gathering, {"Somewhere warm to wait before the surgery opens.", "need", 1, {"access"}}));
    OURTABLE_TRY((*amina)->share());
    for (FakeClock *clock : {&programme.hubClock, &joel->clock})
        clock->advanceSeconds(1260);
    OURTABLE_TRY((*joel)->share());
    return {};
}

bool Morning::aminaWrites(const std::string &words)
{
    return say(*amina, gathering, {words.c_str(), "idea", 2, {}}).ok() && (*amina)->share().ok();
}

std::vector<std::string> Morning::wordsAt(Member &member, const RecordId &gathering, std::int64_t table)
{
    std::vector<std::string> words;
    const Result<std::vector<store::RecordView>> notes = usecases::notesOf(*member, gathering);
    for (const store::RecordView &note : notes ? *notes : std::vector<store::RecordView>()) {
        if (note.field(kinds::contribution::table) == Value(table))
            words.push_back(*note.field(kinds::contribution::text).text());
    }
    return words;
}

} // namespace ourtable::test
