// What the tests of the guards share: a programme with its people, records in any state, and one question to one guard.
#pragma once

#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/guardfunctions.h"
#include "tests/support/programme.h"

namespace ourtable::test {

namespace kinds = catalogue::kinds;
using Fields = std::map<catalogue::FieldNumber, Value>; // arrays are the elements of a set

class GuardWorld {
public:
    // Marigold the coordinator, two lay partners, a support lead, and a lead for safeguarding.
    [[nodiscard]] bool found()
    {
        if (!programme.found())
            return false;
        nuala = programme.letIn("Nuala", {"lay_partner"});
        dami = programme.letIn("Dami", {"lay_partner"});
        bea = programme.letIn("Bea", {"support_lead"});
        kit = programme.letIn("Kit", {"safeguarding_lead"});
        return nuala && dami && bea && kit && shareAll();
    }

    // Everybody has what everybody wrote.
    [[nodiscard]] bool shareAll()
    {
        for (int round = 0; round < 2; ++round) {
            for (Member *member : {&programme.coordinator, nuala, dami, bea, kit}) {
                if (!member->workspace->share())
                    return false;
            }
        }
        return true;
    }

    // Written by the coordinator as an import does: in any state, no guard asked. Zero when it is refused.
    RecordId brought(catalogue::KindNumber kind, const Fields &fields, const std::string &state = {})
    {
        usecases::CreateOptions options;
        options.imported = true;
        options.state = state;
        return made(*programme.coordinator, kind, fields, options);
    }

    RecordId made(usecases::Workspace &by, catalogue::KindNumber kind, const Fields &fields,
                  const usecases::CreateOptions &options = {})
    {
        const Result<usecases::Saved> saved = by.create(kind, editsOf(by, kind, fields), options);
        if (!saved)
            qWarning("not made: %s %s", std::string(nameOf(saved.error().code)).c_str(), saved.error().detail.c_str());
        return saved ? saved->record : RecordId{};
    }

    // What the guard says when this person moves the record, with these values in the same change.
    Result<bool> ask(usecases::Workspace &by, std::string_view guard, catalogue::KindNumber kind, const RecordId &record,
                     const Fields &changed = {}, std::string_view to = {})
    {
        const Result<sync::RecordState> state = by.state(record);
        const sync::RecordState before = state ? *state : sync::RecordState{};
        const Value &from = before.shown(catalogue::kStateField);
        const auto after = [&](catalogue::FieldNumber field) {
            const auto value = changed.find(field);
            return value == changed.end() ? before.shown(field) : value->second;
        };
        return usecases::guardHolds(guard, {by, *by.catalogue().kind(kind), record, before, after,
                                            from.text() ? *from.text() : std::string(), to});
    }
    template <class... Arguments>
    bool allows(Arguments &&...arguments)
    {
        const Result<bool> answer = ask(std::forward<Arguments>(arguments)...);
        return answer && *answer;
    }
    template <class... Arguments>
    bool refuses(Arguments &&...arguments)
    {
        const Result<bool> answer = ask(std::forward<Arguments>(arguments)...);
        return answer && !*answer;
    }

    RecordId personOf(Member &member) const { return RecordId{member.workspace->person().octets}; }

    Programme programme;
    Member *nuala = nullptr;
    Member *dami = nullptr;
    Member *bea = nullptr;
    Member *kit = nullptr;

private:
    static std::vector<usecases::FieldEdit> editsOf(usecases::Workspace &by, catalogue::KindNumber kind, const Fields &fields)
    {
        using How = usecases::FieldEdit::How;
        std::vector<usecases::FieldEdit> edits;
        for (const auto &[number, value] : fields) {
            const catalogue::Field *field = by.catalogue().kind(kind)->field(number);
            const bool tally = field && field->type == catalogue::FieldType::Tally;
            if (const ValueArray *elements = value.array()) {
                for (const Value &element : *elements)
                    edits.push_back({number, How::Add, element, std::nullopt});
            } else {
                edits.push_back({number, tally ? How::Step : How::Set, value, std::nullopt});
            }
        }
        return edits;
    }
};

} // namespace ourtable::test
