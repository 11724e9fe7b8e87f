#include "core/crypto/hashing.h"
#include "core/store/projection.h"
#include "core/sync/merge.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/smalldirectory.h"

namespace ourtable::fuzz {
namespace {

using namespace sync;
using test::Person;
using test::SmallDirectory;
using test::smallDirectory;

constexpr std::size_t kChanges = 12;
constexpr int kWrites = 6;

RecordId recordOf(std::uint8_t number)
{
    RecordId id;
    id.octets.fill(number % 4);
    return id;
}

// A code that the field knows, or nearly.
Value codeOf(Input &input, const catalogue::Kind &kind, const catalogue::Field *field)
{
    const std::size_t which = input.octet();
    if (field && field->vocabulary && !field->vocabulary->terms.empty())
        return field->vocabulary->terms[which % field->vocabulary->terms.size()].code;
    return kind.states.empty() ? "none" : kind.states[which % kind.states.size()];
}

Value valueOf(Input &input, const catalogue::Kind &kind, const catalogue::Field *field, int depth = 3)
{
    switch (input.octet() % 12) {
    case 0: return {};
    case 1: return input.octet() % 2 == 0;
    case 2: return static_cast<std::int64_t>(static_cast<std::int8_t>(input.octet()));
    case 3: return static_cast<std::int64_t>(input.number(8));
    case 4: return textOf(input.take(input.octet()));
    case 5: return recordOf(input.octet());
    case 6: return input.take(input.octet() % 32);
    case 7: return codeOf(input, kind, field);
    case 8: return ValueArray{codeOf(input, kind, field), codeOf(input, kind, field)};
    case 9: return input.octet() % 2 == 0 ? "2026-11-22" : "2026-11";
    case 10: {
        Value made = Value::emptyMap();
        for (int left = depth > 0 ? input.octet() % 3 : 0; left > 0; --left)
            made.set(codeOf(input, kind, field), valueOf(input, kind, field, depth - 1));
        return made;
    }
    default: {
        ValueArray made;
        for (int left = depth > 0 ? input.octet() % 4 : 0; left > 0; --left)
            made.push_back(valueOf(input, kind, field, depth - 1));
        return made;
    }
    }
}

Write writeOf(Input &input, const catalogue::Kind &kind, const std::vector<ValueId> &written)
{
    Write write;
    const std::size_t which = input.octet() % (kind.fields.size() + 4);
    const catalogue::Field *field = which < kind.fields.size() ? &kind.fields[which] : nullptr;
    write.field = field ? field->number : static_cast<catalogue::FieldNumber>(which - kind.fields.size());
    write.action = static_cast<Action>(input.octet() % 6);
    write.value = valueOf(input, kind, field);
    for (int left = input.octet() % 3; left > 0 && !written.empty(); --left)
        write.replaced.push_back(written[input.octet() % written.size()]);
    std::sort(write.replaced.begin(), write.replaced.end());
    write.replaced.erase(std::unique(write.replaced.begin(), write.replaced.end()), write.replaced.end());
    return write;
}

// As it comes out of the decoder; nothing when the decoder would not have it.
std::optional<Body> bodyOf(Input &input, const catalogue::Kind &kind, const std::vector<ValueId> &written)
{
    Body body;
    const std::uint8_t flags = input.octet();
    body.kind = flags & 32 ? static_cast<catalogue::KindNumber>(input.number(2)) : kind.number;
    body.revision = flags & 16 ? 0xffff : catalogue::Catalogue::builtIn().revision();
    body.clock = flags & 8 ? input.number(8) >> 1 : input.octet();
    body.clockGood = flags & 4;
    body.creates = flags & 2;
    body.imported = flags & 1;
    for (int left = input.octet() % kWrites; left > 0; --left)
        body.writes.push_back(writeOf(input, kind, written));
    const Result<Body> decoded = decodeBody(encodeBody(body));
    return decoded ? std::optional(*decoded) : std::nullopt;
}

std::vector<OpenedChange> changesOf(Input &input, const catalogue::Kind &kind)
{
    std::vector<OpenedChange> changes;
    std::vector<ValueId> written;
    while (!input.empty() && changes.size() < kChanges) {
        const Person &author = smallDirectory().people()[input.octet() % smallDirectory().people().size()];
        const std::optional<Body> body = bodyOf(input, kind, written);
        if (!body)
            continue;
        OpenedChange change;
        change.hash = crypto::hashOf("ourtable.fuzz.v1", {crypto::le64(changes.size())});
        change.replica = author.certificate.replica();
        change.seq = changes.size() + 1;
        const std::uint8_t flags = input.octet();
        change.membershipHead = flags % 16 == 0 ? MembershipHead{} : smallDirectory().directory().membershipHead();
        change.author = author.endpoint;
        change.kind = flags & 64 ? ChangeKind::Erase : ChangeKind::Data;
        change.body = *body;
        change.record = recordOf(1);
        change.circle = flags & 128 ? CircleId{} : SmallDirectory::circleOf(kind.circle);
        for (std::size_t i = 0; i < body->writes.size(); ++i)
            written.push_back(valueIdOf(change.hash, i));
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace

// Changes of one record by members who may write anything: one state in whatever order, and one that the tables take.
void once(ByteView octets)
{
    Input input(octets);
    const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn();
    const catalogue::Kind &kind = catalogue.kinds()[input.octet() % catalogue.kinds().size()];
    std::vector<OpenedChange> changes = changesOf(input, kind);
    if (changes.empty())
        return;
    const MergeContext context(catalogue, smallDirectory().directory());
    const RecordState state = context.fold(changes);
    must(state.verdicts.size() == changes.size());

    std::reverse(changes.begin(), changes.end());
    changes.push_back(changes.front());
    const RecordState again = context.fold(changes);
    must(canonicalDump(recordOf(1), again) == canonicalDump(recordOf(1), state));

    static store::Projection projection = store::Projection::create(catalogue).value();
    must(projection.put(recordOf(1), state).ok());
    must(projection.get(recordOf(1)).ok());
}

} // namespace ourtable::fuzz
