#include "core/crypto/filestream.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <unistd.h>

#include "core/support/files.h"

namespace ourtable::crypto {
namespace {

struct FileCloser {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

Error writeError() { return files::errorOfErrno(errno); }

Result<void> writeSealed(std::FILE *file, KeyView key, ByteView source, ByteView associated)
{
    StreamSealer sealer(key);
    if (std::fwrite(sealer.header().data(), 1, kStreamHeader, file) != kStreamHeader)
        return writeError();
    Bytes sealed(kStreamChunk + kStreamOverhead);
    do {
        const ByteView chunk = source.first(std::min(kStreamChunk, source.size()));
        source = source.subspan(chunk.size());
        sealer.seal(chunk, associated, source.empty(), sealed.data());
        associated = {};
        const std::size_t length = chunk.size() + kStreamOverhead;
        if (std::fwrite(sealed.data(), 1, length, file) != length)
            return writeError();
    } while (!source.empty());
    if (std::fflush(file) != 0 || ::fsync(::fileno(file)) != 0)
        return writeError();
    return {};
}

} // namespace

Result<void> sealFile(const std::string &path, KeyView key, ByteView source, ByteView associated)
{
    const std::string temporary = path + ".new";
    {
        const File file(std::fopen(temporary.c_str(), "wbe"));
        if (!file)
            return writeError();
        if (const Result<void> written = writeSealed(file.get(), key, source, associated); !written) {
            ::unlink(temporary.c_str());
            return written;
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return writeError();
    return {};
}

Result<void> openFile(const std::string &path, KeyView key, ByteView associated,
                      const std::function<std::uint8_t *(std::size_t)> &allocate)
{
    const File file(std::fopen(path.c_str(), "rbe"));
    if (!file)
        return files::errorOfErrno(errno);
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(path, failed);
    if (failed || size < kStreamHeader + kStreamOverhead)
        return ErrorCode::SealBroken;
    const std::size_t sealedSize = size - kStreamHeader;
    const std::size_t chunks = (sealedSize + kStreamChunk + kStreamOverhead - 1) / (kStreamChunk + kStreamOverhead);
    if (sealedSize < chunks * kStreamOverhead)
        return ErrorCode::SealBroken;
    std::uint8_t *to = allocate(sealedSize - chunks * kStreamOverhead);
    if (!to)
        return ErrorCode::StorageFailed;

    Bytes sealed(kStreamChunk + kStreamOverhead);
    if (std::fread(sealed.data(), 1, kStreamHeader, file.get()) != kStreamHeader)
        return ErrorCode::SealBroken;
    StreamOpener opener(key, ByteView(sealed).first(kStreamHeader));
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
        const std::size_t read = std::fread(sealed.data(), 1, sealed.size(), file.get());
        OURTABLE_TRY(opener.open(ByteView(sealed).first(read), associated, to));
        associated = {};
        to += read - kStreamOverhead;
    }
    return opener.isAtEnd() ? Result<void>() : ErrorCode::SealBroken;
}

} // namespace ourtable::crypto
