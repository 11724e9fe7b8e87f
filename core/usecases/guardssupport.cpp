#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/guardfunctions.h"

namespace ourtable::usecases::guards {
namespace {

namespace kinds = catalogue::kinds;

constexpr int kAgreedTries = 3;

void removeStruck(std::vector<store::RecordView> &contacts)
{
    std::set<RecordId> struck;
    for (const store::RecordView &contact : contacts)
        struck.merge(recordsIn(contact.field(kinds::contact_note::strikes)));
    std::erase_if(contacts, [&](const store::RecordView &contact) { return struck.contains(contact.id); });
}

} // namespace

Result<bool> agreedTriesMade(const GuardContext &context)
{
    namespace fields = kinds::contact_note;
    OURTABLE_ASSIGN(std::vector<store::RecordView> contacts,
                    recordsNaming(context.workspace, fields::kind, fields::support_need, context.record));
    removeStruck(contacts);
    const auto key = [](const store::RecordView &contact) {
        return std::tuple(textIn(contact.field(fields::on)), contact.createdClock, contact.id);
    };
    std::sort(contacts.begin(), contacts.end(), [&](const auto &a, const auto &b) { return key(a) < key(b); });
    int tries = 0;
    for (const store::RecordView &contact : contacts) {
        const bool reached = isYes(contact.field(fields::written_with)) || isYes(contact.field(fields::read_back));
        tries = reached ? 0 : tries + 1;
    }
    return tries >= kAgreedTries;
}

Result<bool> reachedTheOffice(const GuardContext &context)
{
    OURTABLE_ASSIGN(const bool lead, hasRole(context.workspace, context.workspace.person(), "safeguarding_lead"));
    return lead ? Result<bool>(true) : context.workspace.profile().log().isAcknowledged(context.record);
}

Result<bool> someoneWasTold(const GuardContext &context)
{
    const Value told = context.after(kinds::safeguarding_concern::told);
    const ValueArray *people = told.array();
    return people && std::any_of(people->begin(), people->end(), [](const Value &one) {
        const Value *how = one.find("how");
        const std::string by = how ? textIn(*how) : std::string();
        return by == "phone" || by == "in_person";
    });
}

Result<bool> totalsMade(const GuardContext &context)
{
    namespace fields = kinds::print_record;
    const std::string batch = textIn(context.after(kinds::equality_return::batch));
    if (batch.empty())
        return false;
    store::Query query;
    query.kind = fields::kind;
    query.filters = {{fields::what, store::Comparison::Equal, batch},
                     {fields::record_sensitivity, store::Comparison::Equal, "monitoring_only"}};
    OURTABLE_ASSIGN(const std::vector<store::RecordView> printed, context.workspace.find(query));
    for (const store::RecordView &print : printed) {
        const std::optional<PersonId> by = personOf(context.workspace, print.createdBy);
        OURTABLE_ASSIGN(const bool coordinator, by ? hasRole(context.workspace, *by, "coordinator") : Result<bool>(false));
        if (coordinator)
            return true;
    }
    return false;
}

} // namespace ourtable::usecases::guards
