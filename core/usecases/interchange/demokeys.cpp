#include "core/usecases/interchange/demokeys.h"

#include <algorithm>

#include "core/usecases/interchange/demoitem.h"

namespace ourtable::usecases {
namespace {

Result<void> readVersion(DemoItem &item, const char *side, const Json &value)
{
    if (value.is_null())
        return {};
    if (!value.is_object() || value.contains("side"))
        return ErrorCode::InvalidInput;
    Json version = value;
    version["side"] = side;
    return item.put("versions", version);
}

} // namespace

Result<void> readNameOfPerson(DemoItem &item, const Json &value)
{
    OURTABLE_TRY(item.put("name", value));
    const Json knownAs = memberOf(item.json(), "known_as");
    return knownAs.is_null() || knownAs == "" ? item.put("known_as", value) : Result<void>();
}

Result<void> readNoteText(DemoItem &item, const Json &value)
{
    const bool isThere = !value.is_null() && value != "";
    if (isThere && item.state() == "withdrawn")
        return ErrorCode::InvalidInput;
    return item.put("text", value);
}

Result<void> readActionOwner(DemoItem &item, const Json &value)
{
    const Json type = memberOf(item.json(), "owner_type");
    return item.put(type == "person" || type == "organisation" ? "owner" : "owner_name", value);
}

Result<void> readIntroducedTo(DemoItem &item, const Json &value)
{
    const bool isId = value.is_string() && item.context().index.looksLikeId(value.get_ref<const std::string &>());
    return item.put(isId ? "to" : "to_name", value);
}

Result<void> readWordingVersion(DemoItem &item, const Json &value)
{
    OURTABLE_TRY(item.put("wording_version", value));
    if (!value.is_string() || value == "")
        return {};
    const Json wordings = memberOf(item.context().document, "consent_wordings");
    const Json words = memberOf(wordings, value.get_ref<const std::string &>().c_str());
    return words.is_string() ? item.put("wording", words) : Result<void>(ErrorCode::NotFound);
}

Result<void> readWhoIsAtRisk(DemoItem &item, const Json &value)
{
    if (!value.is_string())
        return item.put("who_is_at_risk", value);
    std::string code = value.get<std::string>();
    std::ranges::replace(code, ' ', '_');
    return item.put("who_is_at_risk", Json(code));
}

Result<void> readMine(DemoItem &item, const Json &value) { return readVersion(item, "mine", value); }

Result<void> readTheirs(DemoItem &item, const Json &value) { return readVersion(item, "theirs", value); }

} // namespace ourtable::usecases
