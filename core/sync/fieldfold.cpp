#include "core/sync/fieldfold.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace ourtable::sync {
namespace {

using catalogue::FieldNumber;
using catalogue::MergeRule;

struct Written { // one value that a change adds
    FieldNumber number = 0;
    ValueId id;
    const Judged *by = nullptr;
    FittedWrite *fitted = nullptr;
    const std::vector<ValueId> *replaced = nullptr;
    std::uint32_t write = 0;

    const Body &body() const { return by->change->body; }
};

using WrittenPlace = std::vector<Written>::const_iterator;

// By field, then the one to show first.
bool before(const Written &a, const Written &b)
{
    if (a.number != b.number)
        return a.number < b.number;
    const auto key = [](const Written &written) {
        return std::tuple(written.body().clockGood, written.body().clock, written.by->change->replica,
                          written.by->change->seq, written.id);
    };
    return key(a) > key(b);
}

struct Collected {
    std::vector<Written> values;                        // in order, replaced ones too
    std::vector<std::pair<FieldNumber, ValueId>> gone;  // ascending

    bool isGone(const Written &written) const
    {
        return !gone.empty() && std::binary_search(gone.begin(), gone.end(), std::pair(written.number, written.id));
    }
};

Collected collect(const std::vector<Judged *> &counted)
{
    Collected all;
    std::size_t writes = 0;
    for (const Judged *judged : counted)
        writes += judged->writes.size();
    all.values.reserve(writes);
    for (Judged *judged : counted) {
        for (std::size_t i = 0; i < judged->writes.size(); ++i) {
            const Write &write = judged->change->body.writes[i];
            for (const ValueId &id : write.replaced)
                all.gone.emplace_back(write.field, id);
            if (judged->writes[i].fit == Fit::Value)
                all.values.push_back({write.field, valueIdOf(judged->change->hash, i), judged, &judged->writes[i], &write.replaced,
                                      static_cast<std::uint32_t>(i)});
        }
    }
    std::sort(all.values.begin(), all.values.end(), before);
    std::sort(all.gone.begin(), all.gone.end());
    return all;
}

// Takes the value out of the change: only live values come here, and each once.
Sibling siblingOf(const Written &written)
{
    const OpenedChange &change = *written.by->change;
    return {written.id, std::move(written.fitted->value), change.body.clock, change.body.clockGood,
            change.replica, change.seq, change.author, change.hash, written.write};
}

bool differ(const std::vector<Sibling> &siblings)
{
    return std::any_of(siblings.begin(), siblings.end(),
                       [&](const Sibling &sibling) { return sibling.value != siblings.front().value; });
}

// An array in the order in which the elements were written.
Value elements(const std::vector<Sibling> &siblings, bool once)
{
    if (siblings.size() == 1)
        return ValueArray{siblings.front().value};
    std::vector<const Sibling *> order;
    for (const Sibling &sibling : siblings)
        order.push_back(&sibling);
    std::sort(order.begin(), order.end(), [](const Sibling *a, const Sibling *b) {
        return std::tie(a->clock, a->replica, a->seq, a->change, a->write) < std::tie(b->clock, b->replica, b->seq, b->change, b->write);
    });
    ValueArray shown;
    std::set<Value> seen;
    for (const Sibling *sibling : order) {
        if (!once || seen.insert(sibling->value).second)
            shown.push_back(sibling->value);
    }
    return shown;
}

Value sumOf(const std::vector<Sibling> &siblings)
{
    std::int64_t sum = 0; // no overflow: checkedValue bounds each step
    for (const Sibling &sibling : siblings)
        sum += *sibling.value.integer();
    return sum;
}

// 0 is the most protective; codes that the order does not name are the least.
std::size_t protectionOf(const catalogue::Field &field, const Value &value)
{
    const std::vector<std::string> &order = field.protectiveOrder;
    if (const bool *yes = value.boolean()) {
        if (order.empty())
            return *yes ? 0 : 1;
        return static_cast<std::size_t>(std::find(order.begin(), order.end(), *yes ? "yes" : "no") - order.begin());
    }
    const std::string *code = value.text();
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), code ? *code : std::string()) - order.begin());
}

const Value &inForce(const catalogue::Field &field, const std::vector<Sibling> &siblings)
{
    return std::min_element(siblings.begin(), siblings.end(), [&](const Sibling &a, const Sibling &b) {
        return protectionOf(field, a.value) < protectionOf(field, b.value);
    })->value;
}

void foldData(const catalogue::Field &field, FieldState &state)
{
    switch (field.merge) {
    case MergeRule::Set: state.shown = elements(state.siblings, true); return;
    case MergeRule::Append: state.shown = elements(state.siblings, false); return;
    case MergeRule::Tally: state.shown = sumOf(state.siblings); return;
    case MergeRule::Protective: state.shown = inForce(field, state.siblings); break;
    default: state.shown = state.siblings.front().value;
    }
    state.twoVersions = differ(state.siblings);
    if (field.merge == MergeRule::Decision && state.twoVersions)
        state.shown = {};
}

// What both of two live texts replaced: the one to show first, where there are several. The run is of one field, with the
// replaced values.
Value baseOf(WrittenPlace first, WrittenPlace last, const Written &one, const Written &other)
{
    const auto replacedBy = [](const Written &written, const ValueId &id) {
        return std::binary_search(written.replaced->begin(), written.replaced->end(), id);
    };
    const auto base = std::find_if(first, last, [&](const Written &written) {
        return replacedBy(one, written.id) && replacedBy(other, written.id);
    });
    return base == last ? Value() : base->fitted->value;
}

void foldState(const RecordJudge &judge, const std::vector<Written> &live, FieldState &state)
{
    std::vector<LiveMove> moves;
    for (std::size_t i = 0; i < live.size(); ++i)
        moves.push_back({*(*state.siblings[i].value.array())[1].text(), judge.mover(*live[i].by)});
    const std::optional<std::string_view> end = endOf(*judge.kind(), moves);
    state.twoVersions = !end;
    state.shown = end.value_or(moves.front().to);
}

FieldState fieldOf(const RecordJudge &judge, WrittenPlace first, WrittenPlace last, const std::vector<Written> &live)
{
    FieldState state;
    state.siblings.reserve(live.size());
    for (const Written &written : live)
        state.siblings.push_back(siblingOf(written));
    const catalogue::Field *field = live.front().fitted->field;
    if (live.front().number == catalogue::kLifeField)
        return state;
    if (!field) {
        foldState(judge, live, state);
        return state;
    }
    foldData(*field, state);
    if (field->merge == MergeRule::LongText && state.twoVersions && live.size() == 2)
        state.base = baseOf(first, last, live[0], live[1]);
    return state;
}

// Hidden while every current value was seen by one who hid it; an edit that none of them saw brings the record back.
void foldLife(RecordState &state)
{
    const auto life = state.fields.find(catalogue::kLifeField);
    if (life == state.fields.end())
        return;
    bool hides = false;
    std::set<ValueId> seen;
    for (const Sibling &sibling : life->second.siblings) {
        const ValueArray &parts = *sibling.value.array();
        if (parts.size() < 2)
            continue;
        hides = true;
        for (const Value &id : *parts[1].array())
            seen.insert(*id.id<ValueId>());
    }
    const bool unseen = std::any_of(state.fields.begin(), state.fields.end(), [&](const auto &field) {
        return field.first != catalogue::kLifeField
            && std::any_of(field.second.siblings.begin(), field.second.siblings.end(),
                           [&](const Sibling &sibling) { return !seen.contains(sibling.id); });
    });
    state.hidden = hides && !unseen;
    state.changedWhileHidden = hides && unseen;
    life->second.shown = state.hidden ? 1 : 0;
}

} // namespace

void foldFields(const RecordJudge &judge, const std::vector<Judged *> &counted, RecordState &state)
{
    const Collected all = collect(counted);
    std::vector<Written> live;
    for (WrittenPlace first = all.values.begin(); first != all.values.end();) {
        const WrittenPlace last = std::find_if(first, all.values.end(), [&](const Written &written) { return written.number != first->number; });
        live.clear();
        std::copy_if(first, last, std::back_inserter(live), [&](const Written &written) { return !all.isGone(written); });
        if (!live.empty())
            state.fields.emplace_hint(state.fields.end(), first->number, fieldOf(judge, first, last, live));
        first = last;
    }
    foldLife(state);
}

} // namespace ourtable::sync
