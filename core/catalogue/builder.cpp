#include "core/catalogue/builder.h"

#include "core/catalogue/tables.h"

namespace ourtable::catalogue {
namespace {

using Vocabularies = std::vector<Vocabulary>;

const Vocabulary *pointerTo(const Vocabularies &vocabularies, int index)
{
    return index < 0 ? nullptr : &vocabularies[static_cast<std::size_t>(index)];
}

template <class T, class Row>
std::vector<T> copied(std::span<const Row> rows)
{
    return {rows.begin(), rows.end()};
}

Value defaultOf(const tables::Default &table)
{
    switch (table.is) {
    case tables::Default::Is::None: return {};
    case tables::Default::Is::Text: return table.text;
    case tables::Default::Is::Integer: return table.integer;
    case tables::Default::Is::YesNo: return table.integer != 0;
    }
    return {};
}

Vocabulary vocabularyOf(const tables::Vocabulary &table)
{
    Vocabulary made{table.name, {}, table.fixed};
    made.terms.reserve(table.terms.size());
    for (const tables::Term &term : table.terms)
        made.terms.push_back({term.code, term.label, term.retired});
    return made;
}

Field fieldOf(const tables::Field &table, const Vocabularies &vocabularies)
{
    Field made;
    made.number = table.number;
    made.name = table.name;
    made.label = table.label;
    made.type = table.type;
    made.merge = table.merge;
    made.sensitivity = table.sensitivity;
    made.limit = table.limit;
    made.minimum = table.minimum;
    made.maximum = table.maximum;
    made.required = table.required;
    made.vocabulary = pointerTo(vocabularies, table.vocabulary);
    made.targets = copied<KindNumber>(table.targets);
    for (const tables::Part &part : table.parts)
        made.parts.push_back({part.key, part.type, part.limit, pointerTo(vocabularies, part.vocabulary), part.required});
    made.protectiveOrder = copied<std::string>(table.protectiveOrder);
    made.defaultValue = defaultOf(table.defaultValue);
    made.common = table.common;
    made.codes = copied<std::string>(table.codes);
    return made;
}

Kind kindOf(const tables::Kind &table, const Vocabularies &vocabularies)
{
    Kind made;
    made.number = table.number;
    made.name = table.name;
    made.label = table.label;
    made.labelPlural = table.labelPlural;
    made.sensitivity = table.sensitivity;
    made.circle = table.circle;
    made.parent = table.parent;
    made.parentField = table.parentField;
    made.ownerField = table.ownerField;
    made.system = table.system;
    made.appendOnly = table.appendOnly;
    made.keepsNoCopy = table.keepsNoCopy;
    made.erasable = table.erasable;
    made.titleField = table.titleField;
    for (const tables::Field &field : table.fields)
        made.fields.push_back(fieldOf(field, vocabularies));
    made.stateVocabulary = pointerTo(vocabularies, table.stateVocabulary);
    if (made.stateVocabulary != nullptr)
        for (const Term &term : made.stateVocabulary->terms)
            made.states.push_back(term.code);
    for (const tables::Move &move : table.moves)
        made.moves.push_back({move.from, move.to, copied<RoleNumber>(move.roles), copied<std::string>(move.guards)});
    made.permissions = copied<Permission>(table.permissions);
    made.searched = copied<FieldNumber>(table.searched);
    return made;
}

} // namespace

CatalogueBuilder::CatalogueBuilder() : m_made(new Catalogue)
{
    for (const tables::Vocabulary &vocabulary : tables::vocabularies())
        m_made->m_vocabularies.push_back(vocabularyOf(vocabulary));
    for (const tables::Role &role : tables::roles())
        m_made->m_roles.push_back({role.number, role.code, role.label});
    for (const tables::CircleKind &circle : tables::circles())
        m_made->m_circles.push_back({circle.number, circle.code, circle.label, copied<RoleNumber>(circle.readers),
                                     copied<RoleNumber>(circle.writers), circle.namedReaders, circle.history,
                                     circle.projected});
    m_made->m_revision = tables::revision();
}

void CatalogueBuilder::makeKinds()
{
    for (const tables::Kind &kind : tables::kinds())
        m_made->m_kinds.push_back(kindOf(kind, m_made->m_vocabularies));
}

} // namespace ourtable::catalogue
