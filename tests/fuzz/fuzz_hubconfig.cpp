#include "app/hub/certificates.h"
#include "app/hub/hubconfig.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/tempfolder.h"

namespace ourtable::fuzz {

void once(ByteView octets)
{
    if (const auto host = hub::canonicalHost(textOf(octets)))
        must(hub::canonicalHost(*host).ok() && *hub::canonicalHost(*host) == *host);

    static const test::TempFolder kFolder;
    test::overwriteFile(kFolder.file("hub.json"), octets);
    const Result<hub::HubConfig> read = hub::readConfig(kFolder.path());
    if (!read)
        return mustBeOneOf(read, {ErrorCode::Malformed, ErrorCode::NewerVersion, ErrorCode::TooLarge});
    must(!read->names.empty() && !hub::addressOf(*read, read->port).empty());
    for (const std::string &name : read->names)
        must(hub::canonicalHost(name).ok());
    must(read->limits.connections > 0 && read->limits.perAddress > 0 && read->limits.perLoopback > 0);
}

} // namespace ourtable::fuzz
