#include "tests/core/sync/mergejson.h"

#include <algorithm>
#include <set>

#include "core/support/json.h"

namespace ourtable::test {
namespace {

using catalogue::Catalogue;

// In the order of the enumerations of catalogue.h.
constexpr const char *kTypes[] = {"text", "long_text", "choice", "choices", "reference", "references", "date", "time", "month",
                                  "timestamp", "integer", "yes_no", "money", "list", "map", "tally", "state"};
constexpr const char *kRules[] = {"scalar", "long_text", "set", "protective", "decision",
                                  "reference", "append", "tally", "state", "life"};
constexpr const char *kRights[] = {"create", "read", "change", "agree", "write_sealed", "totals"};
constexpr const char *kScopes[] = {"all", "own", "linked"};
constexpr const char *kReasons[] = {nullptr, "left", "lost", "compromised"};

template <class Enum, std::size_t N>
const char *nameOf(const char *const (&names)[N], Enum held)
{
    return names[static_cast<std::size_t>(held)];
}

Json valueJson(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null: return nullptr;
    case Value::Type::Boolean: return *value.boolean();
    case Value::Type::Integer: return *value.integer();
    case Value::Type::Text: return *value.text();
    case Value::Type::Octets: return Json{{"octets", toHex(*value.octets())}};
    case Value::Type::Array: {
        Json items = Json::array();
        for (const Value &item : *value.array())
            items.push_back(valueJson(item));
        return items;
    }
    case Value::Type::Map: break;
    }
    Json pairs = Json::array();
    for (const auto &[key, held] : *value.map())
        pairs.push_back(Json::array({valueJson(key), valueJson(held)}));
    return Json{{"map", std::move(pairs)}};
}

Json codesJson(const catalogue::Vocabulary *vocabulary, const std::vector<std::string> &only)
{
    Json codes = Json::array();
    for (const catalogue::Term &term : vocabulary ? vocabulary->terms : std::vector<catalogue::Term>()) {
        if (only.empty() || std::find(only.begin(), only.end(), term.code) != only.end())
            codes.push_back(term.code);
    }
    return codes;
}

Json fieldJson(const catalogue::Field &field)
{
    Json parts = Json::array();
    for (const catalogue::Part &part : field.parts) {
        parts.push_back({{"key", part.key}, {"type", nameOf(kTypes, part.type)}, {"limit", part.limit},
                         {"codes", codesJson(part.vocabulary, {})}, {"required", part.required}});
    }
    return {{"number", field.number},   {"name", field.name},
            {"type", nameOf(kTypes, field.type)}, {"merge", nameOf(kRules, field.merge)},
            {"limit", field.limit},     {"minimum", field.minimum},
            {"maximum", field.maximum}, {"codes", codesJson(field.vocabulary, field.codes)},
            {"protective", field.protectiveOrder}, {"parts", std::move(parts)}};
}

Json kindJson(const catalogue::Kind &kind)
{
    Json moves = Json::array();
    for (const catalogue::Move &move : kind.moves)
        moves.push_back({{"from", move.from}, {"to", move.to}, {"roles", move.roles}});
    Json permissions = Json::array();
    for (const catalogue::Permission &permission : kind.permissions) {
        permissions.push_back({{"role", permission.role}, {"right", nameOf(kRights, permission.right)},
                               {"scope", nameOf(kScopes, permission.scope)}});
    }
    Json fields = Json::array();
    for (const catalogue::Field &field : kind.fields)
        fields.push_back(fieldJson(field));
    return {{"number", kind.number},          {"circle", kind.circle},
            {"append_only", kind.appendOnly}, {"erasable", kind.erasable},
            {"states", kind.states},          {"moves", std::move(moves)},
            {"permissions", std::move(permissions)}, {"fields", std::move(fields)}};
}

Json catalogueJson(const Catalogue &catalogue, const std::vector<sync::OpenedChange> &changes)
{
    std::set<catalogue::KindNumber> numbers;
    for (const sync::OpenedChange &change : changes)
        numbers.insert(change.body.kind);
    Json kinds = Json::array();
    for (const catalogue::KindNumber number : numbers) {
        if (const catalogue::Kind *kind = catalogue.kind(number))
            kinds.push_back(kindJson(*kind));
    }
    return {{"revision", catalogue.revision()}, {"coordinator", sync::kCoordinatorRole}, {"kinds", std::move(kinds)}};
}

Json endpointJson(const sync::EndpointState &endpoint)
{
    Json versions = Json::array();
    for (const sync::EndpointVersion &version : endpoint.versions)
        versions.push_back({{"from", version.fromSeq}, {"active", version.active}, {"roles", version.roles}});
    Json ends = Json::array();
    for (const sync::ChainEnd &end : endpoint.ends)
        ends.push_back({{"circle", end.circle.hex()}, {"replica", end.replica.hex()}, {"seq", end.seq}});
    Json left = nullptr;
    if (endpoint.left)
        left = nameOf(kReasons, *endpoint.left);
    return {{"id", endpoint.id.hex()}, {"person", endpoint.person.hex()}, {"versions", std::move(versions)},
            {"left", std::move(left)}, {"ends", std::move(ends)}};
}

Json directoryJson(const sync::Directory &directory, const std::vector<MembershipHead> &heads)
{
    Json entries = Json::array();
    for (const MembershipHead &head : heads)
        entries.push_back(head.hex());
    Json circles = Json::object();
    for (const auto &[id, circle] : directory.circles())
        circles[id.hex()] = circle.kind;
    Json endpoints = Json::array();
    for (const auto &[id, endpoint] : directory.endpoints())
        endpoints.push_back(endpointJson(endpoint));
    return {{"heads", std::move(entries)}, {"circles", std::move(circles)}, {"endpoints", std::move(endpoints)}};
}

Json changeJson(const sync::OpenedChange &change)
{
    const sync::Body &body = change.body;
    Json writes = Json::array();
    for (const sync::Write &write : body.writes) {
        Json replaced = Json::array();
        for (const ValueId &id : write.replaced)
            replaced.push_back(id.hex());
        writes.push_back(Json::array({write.field, static_cast<int>(write.action), valueJson(write.value), replaced}));
    }
    return {{"record", change.record.hex()}, {"circle", change.circle.hex()},
            {"hash", change.hash.hex()},     {"replica", change.replica.hex()},
            {"seq", change.seq},             {"head", change.membershipHead.hex()},
            {"author", change.author.hex()}, {"erase", change.kind == sync::ChangeKind::Erase},
            {"kind", body.kind},             {"revision", body.revision},
            {"clock", body.clock},           {"good", body.clockGood},
            {"creates", body.creates},       {"imported", body.imported},
            {"source", body.sourceId},       {"writes", std::move(writes)}};
}

} // namespace

std::string historyJson(const Catalogue &catalogue, const sync::Directory &directory,
                        const std::vector<MembershipHead> &heads, const std::vector<sync::OpenedChange> &changes)
{
    Json read = Json::array();
    for (const sync::OpenedChange &change : changes)
        read.push_back(changeJson(change));
    const Json history{{"catalogue", catalogueJson(catalogue, changes)},
                       {"directory", directoryJson(directory, heads)},
                       {"changes", std::move(read)}};
    return history.dump();
}

} // namespace ourtable::test
