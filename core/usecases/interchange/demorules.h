// How the lists of a programme document map to kinds and fields: data, read by demoitem.cpp. Internal to this folder.
//
// A key that is not named here belongs to the field of the same name of the list's kind, or of its companion.
#pragma once

#include <string_view>
#include <vector>

#include "core/support/ids.h"
#include "core/support/json.h"

namespace ourtable::usecases {

class DemoItem;
struct ListRule;

// Reads one key that is more than a field under another name.
using ReadKey = Result<void> (*)(DemoItem &item, const Json &value);

struct KeyRule {
    std::string_view key;
    std::string_view field = {};       // the field it goes to under another name
    ReadKey read = nullptr;            // or what reads it
    const ListRule *children = nullptr; // or a nested list of child records, or one nested child
};

struct ListRule {
    std::string_view list = {};        // its key in the document, "actions.updates" when nested
    std::string_view kind = {};
    std::string_view (*kindOf)(const Json &item) = nullptr;  // when items of one list are of several kinds
    std::string_view state = {};       // of an item that names none
    std::string_view (*stateOf)(const Json &item) = nullptr; // the same, when it depends on the item
    std::string_view stateKey = "state";
    std::string_view madeOn = {};      // the key with the date of its making; "gathering" = the day of that gathering
    std::string_view companion = {};   // the stricter child kind that takes the fields that the kind does not have
    std::string_view companionClass = {}; // the class of an item that the companion keeps its strict part for
    std::string_view parent = {};      // of nested lists: the field with the reference to the item around them
    RecordId (*idOf)(const RecordId &parent) = nullptr; // of a nested child that has one id wherever it is made
    std::vector<KeyRule> keys = {};
};

// Every list of records, and the objects that stand for one record.
[[nodiscard]] const std::vector<ListRule> &listRules();

// A key that is deliberately not imported, with the check that nothing is lost by it; nullptr = nothing to check.
struct LeftOut {
    std::string_view list; // "" = of the document itself
    std::string_view key;
    bool (*holds)(const Json &item);
};

// The one list of what is not imported. `sensitivity` is not in it: it is checked against the circle of the kind.
[[nodiscard]] const LeftOut *leftOut(std::string_view list, std::string_view key);

} // namespace ourtable::usecases
