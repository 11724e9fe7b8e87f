// Makes a Catalogue of the generated tables, in two steps, so that an overlay can change words before anything points at
// them. Internal to this folder.
#pragma once

#include <memory>
#include <vector>

#include "core/catalogue/catalogue.h"

namespace ourtable::catalogue {

struct CatalogueBuilder {
    // Vocabularies, roles and circles are there; kinds are not.
    CatalogueBuilder();

    [[nodiscard]] std::vector<Vocabulary> &vocabularies() { return m_made->m_vocabularies; }
    // Once, after which vocabularies may neither be added nor removed: fields point at them.
    void makeKinds();
    [[nodiscard]] std::vector<Kind> &kinds() { return m_made->m_kinds; }
    [[nodiscard]] const Catalogue &made() const { return *m_made; }
    // The finished catalogue; the builder is empty afterwards.
    [[nodiscard]] std::shared_ptr<const Catalogue> take() { return std::move(m_made); }

private:
    std::shared_ptr<Catalogue> m_made;
};

} // namespace ourtable::catalogue
