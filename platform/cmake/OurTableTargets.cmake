# Target helpers: every target of ours is made by one of these, so that flags, include roots and the layering
# check hold everywhere.

set(QT_QML_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml_modules)

if(OURTABLE_SANITIZE)
  if(NOT OURTABLE_SANITIZE MATCHES "^(address,undefined|thread)$")
    message(FATAL_ERROR "OURTABLE_SANITIZE is '${OURTABLE_SANITIZE}'; it takes 'address,undefined' or 'thread'")
  endif()
  add_compile_options(-fsanitize=${OURTABLE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${OURTABLE_SANITIZE})
  if(OURTABLE_SANITIZE MATCHES "address" AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_compile_options(-fsanitize-address-use-after-return=never) # slow; g++ does not look for it either
  endif()
endif()
if(OURTABLE_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "OURTABLE_FUZZ needs clang: libFuzzer comes with it (cmake --preset asan-ubsan)")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link) # the libraries report which ways are taken; the targets bring the driver
endif()
if(OURTABLE_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

find_program(OURTABLE_CCACHE ccache)
if(OURTABLE_CCACHE)
  # Without these the cache leaves out everything that uses a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${OURTABLE_CCACHE})
  add_compile_options("$<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess>")
  add_compile_options("$<$<COMPILE_LANG_AND_ID:CXX,Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()

# Eighty programs are linked for the tests; lld is quicker at it.
find_program(OURTABLE_LLD ld.lld)
if(OURTABLE_LLD AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  add_link_options(-fuse-ld=lld)
endif()

# Warnings, hardening and definitions of every target of ours.
function(ourtable_target_flags target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    # Errors for the compilers of Debian 12; a newer g++ has false alarms of its own, which are only shown.
    $<$<AND:$<BOOL:${OURTABLE_WERROR}>,$<NOT:$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,13>>>>:-Werror>
    -fstack-protector-strong -fPIE)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # g++ 12 takes every moved-from std::variant for uninitialised once it inlines; auto variables are zeroed anyway. It also
    # takes the short text inside a std::string for all of it, in "a" + text (GCC bugs 105329 and 105651).
    target_compile_options(${target} PRIVATE -ftrivial-auto-var-init=zero -Wno-maybe-uninitialized -Wno-array-bounds -Wno-restrict
      -Wno-stringop-overflow)
  endif()
  target_compile_definitions(${target} PRIVATE
    _GLIBCXX_ASSERTIONS
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_definitions(${target} PRIVATE _FORTIFY_SOURCE=2)
  endif()
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_options(${target} PRIVATE -Wl,-z,relro,-z,now)
endfunction()

# ourtable_precompiled(name HEADERS ... LINK ...): compiles these headers once, for all targets that name it.
function(ourtable_precompiled name)
  cmake_parse_arguments(A "" "" "HEADERS;LINK" ${ARGN})
  file(CONFIGURE OUTPUT ${name}.cpp CONTENT "// Owns the precompiled header.\n")
  add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  target_link_libraries(${name} PRIVATE ${A_LINK})
  target_precompile_headers(${name} PRIVATE ${A_HEADERS})
  ourtable_target_flags(${name})
endfunction()

# The flags, and a precompiled header: core, qt (for all that links Qt) or test. Files include what they need all the same;
# -DOURTABLE_PRECOMPILE=OFF shows which forgot.
function(ourtable_target_defaults target headers)
  ourtable_target_flags(${target})
  if(OURTABLE_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ourtable_precompiled_${headers})
  endif()
endfunction()

# With OURTABLE_TOGETHER a library or program is compiled a dozen files at a time: most of the work is in the headers. So names in
# namespaces without a name differ within it.
function(ourtable_together target)
  if(OURTABLE_TOGETHER)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
  endif()
endfunction()

# A library of core or platform: ourtable_library(name HEADERS core|qt SOURCES ... PUBLIC ... PRIVATE ...), target
# ourtable_<name>.
function(ourtable_library name)
  cmake_parse_arguments(A "" "HEADERS" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(ourtable_${name} STATIC ${A_SOURCES})
  target_include_directories(ourtable_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(ourtable_${name} PUBLIC ${A_PUBLIC} PRIVATE ${A_PRIVATE})
  ourtable_target_defaults(ourtable_${name} ${A_HEADERS})
  ourtable_together(ourtable_${name})
  set_property(GLOBAL APPEND PROPERTY OURTABLE_LIBRARIES ourtable_${name})
endfunction()

# A module of QML: ourtable_qml_module(name URI OurTable.X QML ... [SOURCES ...] [IMPORTS ...] [DEPENDENCIES ...] [LINK ...]),
# target ourtable_qml_<name>; DEPENDENCIES are modules whose types our types of C++ derive from. Static: a program takes all of them in with ourtable_link_qml().
function(ourtable_qml_module name)
  cmake_parse_arguments(A "" "URI" "QML;SOURCES;IMPORTS;DEPENDENCIES;LINK" ${ARGN})
  set(target ourtable_qml_${name})
  qt_add_library(${target} STATIC)
  set_target_properties(${target} PROPERTIES AUTOMOC ON) # Qt makes the list of types from it
  set(ahead NO_CACHEGEN) # five seconds a file; qmllint and the tests find what is wrong
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    set(ahead "")
  endif()
  qt_add_qml_module(${target} URI ${A_URI} VERSION 1.0 RESOURCE_PREFIX /qt/qml QML_FILES ${A_QML} SOURCES ${A_SOURCES}
    IMPORTS ${A_IMPORTS} DEPENDENCIES ${A_DEPENDENCIES} ${ahead})
  if(NOT A_SOURCES)
    ourtable_together(${target}) # what is compiled ahead takes half a second a file so, two and a half alone
  endif()
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_SOURCE_DIR})
  target_link_libraries(${target} PUBLIC Qt6::Quick ${A_LINK})
  ourtable_target_flags(${target})
  target_compile_options(${target} PRIVATE -Wno-shadow) # what Qt generates shadows its own names
  set_property(GLOBAL APPEND PROPERTY OURTABLE_QML_PLUGINS ${target}plugin)
endfunction()

# Every module of QML and the engine that shows them.
function(ourtable_link_qml target)
  get_property(plugins GLOBAL PROPERTY OURTABLE_QML_PLUGINS)
  target_link_libraries(${target} PRIVATE ${plugins} ourtable_engine)
endfunction()

# A program: ourtable_program(target HEADERS core|qt OUTPUT name SOURCES ... LINK ...).
function(ourtable_program target)
  cmake_parse_arguments(A "" "HEADERS;OUTPUT" "SOURCES;LINK" ${ARGN})
  add_executable(${target} ${A_SOURCES})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${A_OUTPUT} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
  target_link_libraries(${target} PRIVATE ${A_LINK})
  ourtable_target_defaults(${target} ${A_HEADERS})
  ourtable_together(${target})
endfunction()

# What each layer may link, straight from the design: links go one way. A library that is not listed may link
# nothing of ours; a new layer therefore has to be named here before it can be used.
set(OURTABLE_MAY_LINK_support "")
set(OURTABLE_MAY_LINK_crypto "support")
set(OURTABLE_MAY_LINK_catalogue "support")
set(OURTABLE_MAY_LINK_sqlite "support")
set(OURTABLE_MAY_LINK_sync "support;crypto;catalogue")
set(OURTABLE_MAY_LINK_store "support;crypto;catalogue;sqlite;sync")
set(OURTABLE_MAY_LINK_hubcore "support;crypto;sqlite;sync")
set(OURTABLE_MAY_LINK_report "support;catalogue;crypto;store;sqlite;sync")
set(OURTABLE_MAY_LINK_usecases "support;catalogue;crypto;store;sqlite;sync;report")
set(OURTABLE_MAY_LINK_platform "support;crypto;store;sync;usecases")
set(OURTABLE_MAY_LINK_printing "report")

# Stops the configure when a link breaks the arrows above, or when core reaches for a user interface or a network.
function(ourtable_check_layering)
  get_property(libraries GLOBAL PROPERTY OURTABLE_LIBRARIES)
  foreach(library ${libraries})
    string(REGEX REPLACE "^ourtable_" "" layer ${library})
    if(NOT DEFINED OURTABLE_MAY_LINK_${layer})
      message(FATAL_ERROR "${library} is not in the layering table of OurTableTargets.cmake")
    endif()
    get_target_property(links ${library} LINK_LIBRARIES)
    if(NOT links)
      continue()
    endif()
    foreach(link ${links})
      if(link MATCHES "^Qt6?::(Gui|Qml|Quick|Widgets|Sql)" AND NOT (layer STREQUAL "printing" AND link STREQUAL "Qt6::Gui"))
        message(FATAL_ERROR "${library} may not link ${link}: libraries stay free of the user interface and of QtSql")
      endif()
      if(link MATCHES "^Qt6?::" AND NOT layer MATCHES "^(platform|printing)$")
        message(FATAL_ERROR "${library} may not link ${link}: only platform and app use Qt")
      endif()
      if(link MATCHES "^ourtable_(.*)$" AND NOT CMAKE_MATCH_1 IN_LIST OURTABLE_MAY_LINK_${layer})
        message(FATAL_ERROR "${library} may not link ${link}: see the layering table of OurTableTargets.cmake")
      endif()
    endforeach()
  endforeach()
endfunction()
