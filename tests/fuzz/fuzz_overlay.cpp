#include <set>

#include "core/catalogue/catalogue.h"
#include "core/support/text.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {
namespace {

using namespace catalogue;

void labelHolds(const std::string &label)
{
    must(!label.empty() && text::isPlainUtf8(label) && text::cleanOneLine(label) == label);
}

// An overlay changes labels and adds; it never changes a code, a type, a number or a right.
void kindHolds(const Kind &was, const Kind &is)
{
    must(is.number == was.number && is.name == was.name && is.circle == was.circle && is.states == was.states);
    must(is.permissions.size() == was.permissions.size() && is.moves.size() == was.moves.size());
    labelHolds(is.label);
    std::set<FieldNumber> numbers;
    for (const Field &field : is.fields) {
        must(numbers.insert(field.number).second && is.field(field.name) == &field);
        labelHolds(field.label);
        const Field *before = was.field(field.number);
        must(before ? before->type == field.type && before->name == field.name && before->merge == field.merge
                    : field.overlay && field.number >= kFirstOverlayField && field.name.starts_with("own_"));
    }
    for (const Field &field : was.fields)
        must(is.field(field.number) != nullptr);
}

} // namespace

void once(ByteView octets)
{
    const auto made = Catalogue::withOverlay(textOf(octets));
    if (!made)
        return mustBeOneOf(made, {ErrorCode::Malformed, ErrorCode::TooLarge, ErrorCode::InvalidInput});
    const Catalogue &builtIn = Catalogue::builtIn();
    must((*made)->kinds().size() == builtIn.kinds().size() && (*made)->revision() == builtIn.revision());
    for (std::size_t i = 0; i < builtIn.kinds().size(); ++i)
        kindHolds(builtIn.kinds()[i], (*made)->kinds()[i]);
    for (const Vocabulary &was : builtIn.vocabularies()) {
        const Vocabulary *is = (*made)->vocabulary(was.name);
        must(is && is->terms.size() >= was.terms.size());
        for (std::size_t i = 0; i < was.terms.size(); ++i)
            must(is->terms[i].code == was.terms[i].code);
    }
    // The limits that an overlay names are those that hold.
    for (const Kind &kind : (*made)->kinds())
        for (const Field &field : kind.fields)
            if (field.overlay && field.type == FieldType::Integer)
                must(field.minimum <= field.maximum && textOf(octets).find(std::to_string(field.minimum)) != std::string_view::npos);
}

} // namespace ourtable::fuzz
