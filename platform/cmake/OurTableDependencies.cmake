# Everything that comes from the distribution, found once.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3>=3.40)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium>=1.0.18)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
find_package(nlohmann_json 3.9 REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Positioning Gui Qml Quick Svg LinguistTools)
# Optional: where a desktop has a keyring the device secret lives there; without it a 0600 file holds it.
find_package(Qt6Keychain QUIET)
