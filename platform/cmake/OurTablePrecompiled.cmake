# What most files include, compiled once: for core and hub, and for what links Qt (which asks for other code generation).
# The tests' own, which adds Qt Test, is in tests/CMakeLists.txt.
set(OURTABLE_STANDARD_HEADERS
  <algorithm> <array> <charconv> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <mutex> <optional> <set> <span>
  <string> <string_view> <unordered_map> <utility> <variant> <vector>)
if(OURTABLE_PRECOMPILE)
  ourtable_precompiled(ourtable_precompiled_core HEADERS ${OURTABLE_STANDARD_HEADERS})
  ourtable_precompiled(ourtable_precompiled_qt LINK Qt6::Core HEADERS ${OURTABLE_STANDARD_HEADERS} <nlohmann/json.hpp>
    <QByteArray> <QString>)
endif()
