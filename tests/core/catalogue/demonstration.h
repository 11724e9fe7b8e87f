// The demonstration programme as JSON, for the tests of this folder.
#pragma once

#include "core/support/files.h"
#include "core/support/json.h"

inline ourtable::Json demonstration()
{
    const auto octets = ourtable::files::readWhole(OURTABLE_DEMO_JSON);
    return ourtable::parseJson(ourtable::textOf(octets.value())).value();
}
