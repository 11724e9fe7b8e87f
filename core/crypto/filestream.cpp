#include "core/crypto/filestream.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <sodium.h>
#include <unistd.h>

#include "core/support/files.h"

namespace ourtable::crypto {
namespace {

constexpr std::size_t kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;

struct FileCloser {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

Error writeError() { return files::errorOfErrno(errno); }

Result<void> writeSealed(std::FILE *file, KeyView key, ByteView source, ByteView associated)
{
    crypto_secretstream_xchacha20poly1305_state state;
    std::uint8_t header[kHeader];
    crypto_secretstream_xchacha20poly1305_init_push(&state, header, key.data());
    if (std::fwrite(header, 1, kHeader, file) != kHeader)
        return writeError();
    Bytes sealed(kStreamChunk + kOverhead);
    do {
        const ByteView chunk = source.first(std::min(kStreamChunk, source.size()));
        source = source.subspan(chunk.size());
        const unsigned char tag = source.empty() ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
        unsigned long long length = 0;
        crypto_secretstream_xchacha20poly1305_push(&state, sealed.data(), &length, chunk.data(), chunk.size(),
                                                   associated.data(), associated.size(), tag);
        associated = {};
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
    if (failed || size < kHeader + kOverhead)
        return ErrorCode::SealBroken;
    const std::size_t sealedSize = size - kHeader;
    const std::size_t chunks = (sealedSize + kStreamChunk + kOverhead - 1) / (kStreamChunk + kOverhead);
    if (sealedSize < chunks * kOverhead)
        return ErrorCode::SealBroken;
    std::uint8_t *to = allocate(sealedSize - chunks * kOverhead);
    if (!to)
        return ErrorCode::StorageFailed;

    std::uint8_t header[kHeader];
    crypto_secretstream_xchacha20poly1305_state state;
    if (std::fread(header, 1, kHeader, file.get()) != kHeader
        || crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key.data()) != 0)
        return ErrorCode::SealBroken;
    Bytes sealed(kStreamChunk + kOverhead);
    unsigned char tag = 0;
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
        const std::size_t read = std::fread(sealed.data(), 1, sealed.size(), file.get());
        unsigned long long length = 0;
        if (read < kOverhead || tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL
            || crypto_secretstream_xchacha20poly1305_pull(&state, to, &length, &tag, sealed.data(), read,
                                                          associated.data(), associated.size())
                != 0)
            return ErrorCode::SealBroken;
        associated = {};
        to += length;
    }
    return tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL ? Result<void>() : ErrorCode::SealBroken;
}

} // namespace ourtable::crypto
