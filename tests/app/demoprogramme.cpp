#include "tests/app/demoprogramme.h"

#include <mutex>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/support/files.h"
#include "core/support/text.h"
#include "core/usecases/interchange/demoreader.h"
#include "tests/support/seededrandom.h"

namespace ourtable::test {
namespace {

namespace kinds = catalogue::kinds;
using catalogue::FieldType;
using usecases::FieldEdit;

// The ids of what is imported come from the programme's id, and what is equal is listed in their order.
class SameEachTime final : public Random {
public:
    void fill(std::span<std::uint8_t> to) override
    {
        const std::lock_guard<std::mutex> alone(m_mutex);
        m_source.fill(to);
    }

private:
    std::mutex m_mutex;
    SeededRandom m_source;
};

std::string fitted(const std::string &before, const std::string &words, std::size_t limit)
{
    std::string whole;
    std::size_t length = 0;
    text::forEachScalar(before + words, [&](char32_t, std::string_view octets) {
        if (limit == 0 || length++ < limit)
            whole += octets;
    });
    return whole;
}

bool isWords(FieldType type) { return type == FieldType::Text || type == FieldType::LongText; }

void putBefore(const std::string &before, const catalogue::Field &field, Value &value)
{
    if (const std::string *text = value.text(); text && (isWords(field.type) || field.type == FieldType::List))
        value = fitted(before, *text, field.limit);
    if (!value.map() || field.type != FieldType::List)
        return;
    for (const catalogue::Part &part : field.parts) {
        const Value *held = value.find(part.key);
        if (held && held->text() && isWords(part.type))
            value.set(part.key, fitted(before, *held->text(), part.limit));
    }
}

FieldEdit edit(catalogue::FieldNumber field, Value value) { return {field, FieldEdit::How::Set, std::move(value), std::nullopt}; }

} // namespace

DemoProgramme::DemoProgramme(const DemoOptions &options) : programme(std::make_unique<SameEachTime>()), m_options(options) {}

bool DemoProgramme::make()
{
    if (!programme.found())
        return false;
    const Result<void> filled = fill();
    if (!filled)
        m_failure = std::string(nameOf(filled.error().code)) + " " + filled.error().detail;
    return filled.ok() && lay && peer;
}

Result<void> DemoProgramme::fill()
{
    OURTABLE_TRY(bringIn());
    lay = programme.letIn("Dami", {"lay_partner"});
    peer = programme.letIn("Bea", {"peer_worker"});
    if (!lay || !peer)
        return {};
    OURTABLE_TRY((*lay)->share());
    OURTABLE_TRY(haveBreakfast());
    OURTABLE_TRY(disagree());
    for (Member *member : {lay, peer, &programme.coordinator})
        OURTABLE_TRY((*member)->share());
    for (Member *member : {lay, peer, &programme.coordinator})
        programme.close(*member);
    return {};
}

Result<void> DemoProgramme::bringIn()
{
    usecases::Workspace &coordinator = *programme.coordinator;
    OURTABLE_ASSIGN(const Bytes octets, files::readWhole(OURTABLE_DEMO_JSON));
    OURTABLE_ASSIGN(const Json document, parseJson(textOf(octets)));
    usecases::ProgrammeOptions when;
    when.shiftDays = usecases::daysToShift(document, dateOfMilliseconds(coordinator.now())).value_or(0);
    OURTABLE_ASSIGN(std::vector<usecases::InterchangeRecord> records,
                    usecases::readProgramme(document, coordinator.catalogue(), coordinator.directory().root().programme, when));
    for (usecases::InterchangeRecord &record : records) {
        const catalogue::Kind *kind = coordinator.catalogue().kind(record.kind);
        for (usecases::FieldValue &held : record.fields) {
            const catalogue::Field *field = kind->field(held.field);
            if (!m_options.before.empty() && field)
                putBefore(m_options.before, *field, held.value);
        }
        if (record.kind == kinds::organisation::kind && record.sourceId.ends_with("01"))
            organisation = record.id;
    }
    OURTABLE_TRY(usecases::importRecords(coordinator, records));
    OURTABLE_TRY(coordinator.share());
    return {};
}

Result<void> DemoProgramme::haveBreakfast()
{
    usecases::BreakfastPlan plan;
    plan.place = fitted(m_options.before, "The Copper Kettle", 120);
    plan.question = fitted(m_options.before, "What would make a good week?", 160);
    OURTABLE_ASSIGN(gathering, usecases::startBreakfast(**lay, plan));
    struct Said {
        const char *words;
        const char *kind;
        std::int64_t table;
        std::vector<std::string> themes;
    };
    const std::vector<std::string> themes{(*lay)->catalogue().kind(kinds::contribution::kind)->field("theme")->vocabulary->terms.front().code};
    for (const Said &said : {Said{"Letters come in long words. Mum had to ring someone to ask what hers meant.", "barrier", 2, themes},
                             Said{"The allotment has space and a kettle. We could meet there.", "resource", 2, {}},
                             Said{"Somewhere warm to wait before the surgery opens.", "need", 1, themes},
                             Said{"Have a peer worker in the waiting room on Mondays. It is the worst day to wait alone.", "idea", 2, themes}}) {
        lay->clock.advanceSeconds(180);
        usecases::NewNote made;
        made.text = fitted(m_options.before, said.words, 500);
        made.kind = said.kind;
        made.table = said.table;
        made.themes = said.themes;
        OURTABLE_ASSIGN(note, usecases::addNote(**lay, gathering, made));
    }
    return {};
}

// The lay partner and the coordinator change the same promise without seeing each other.
Result<void> DemoProgramme::disagree()
{
    usecases::Workspace &coordinator = *programme.coordinator;
    OURTABLE_TRY((*lay)->share());
    OURTABLE_TRY(coordinator.share());
    store::Query query;
    query.kind = kinds::action::kind;
    query.filters.push_back({catalogue::kStateField, store::Comparison::Equal, Value("agreed")});
    query.limit = 1;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> promises, coordinator.find(query));
    if (promises.empty())
        return Error{ErrorCode::NotFound, "promise"};
    promise = promises.front().id;
    OURTABLE_TRY((*lay)->share());
    const std::string before = m_options.before;
    OURTABLE_TRY(coordinator.change(promise, {edit(kinds::action::text, fitted(before, "Visit two hostels with the outreach team", 240)),
                                              edit(kinds::action::due, "2026-12-12")}));
    return (*lay)->change(promise, {edit(kinds::action::text, fitted(before, "Visit three hostels with the outreach team", 240)),
                                    edit(kinds::action::due, "2026-12-20")});
}

RecordId planBreakfast(Member &member, const std::string &day)
{
    namespace fields = kinds::gathering;
    const Result<usecases::Saved> planned = member->create(fields::kind, {edit(fields::date, day), edit(fields::title, "Breakfast"),
                                                                          edit(fields::place, "Tamarind Hall"), edit(fields::host, member->person())});
    if (!planned)
        qFatal("no breakfast is planned: %s", planned.error().detail.c_str());
    return planned->record;
}

} // namespace ourtable::test
