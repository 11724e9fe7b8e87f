#include "core/sync/bodycodec.h"

#include <memory>
#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>

#include "core/crypto/padding.h"
#include "core/sync/dictionary.h"

namespace ourtable::sync {
namespace {

constexpr std::uint8_t kNotCompressed = 0;
constexpr std::uint8_t kDictionary1 = 1;
constexpr std::size_t kWorthCompressing = 64;
constexpr int kLevel = 6;

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T *held) const
    {
        Free(held);
    }
};

// Contexts are costly to make and not thread-safe, so each thread keeps its own; the digested dictionaries are shared.
ZSTD_CCtx *compressor()
{
    thread_local const std::unique_ptr<ZSTD_CCtx, Freer<ZSTD_freeCCtx>> context = [] {
        std::unique_ptr<ZSTD_CCtx, Freer<ZSTD_freeCCtx>> made(ZSTD_createCCtx());
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_format, ZSTD_f_zstd1_magicless);
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_contentSizeFlag, 1);
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_checksumFlag, 0);
        ZSTD_CCtx_setParameter(made.get(), ZSTD_c_dictIDFlag, 0);
        static const std::unique_ptr<ZSTD_CDict, Freer<ZSTD_freeCDict>> dictionary(
            ZSTD_createCDict_byReference(dictionary1().data(), dictionary1().size(), kLevel));
        ZSTD_CCtx_refCDict(made.get(), dictionary.get());
        return made;
    }();
    return context.get();
}

ZSTD_DCtx *decompressor()
{
    thread_local const std::unique_ptr<ZSTD_DCtx, Freer<ZSTD_freeDCtx>> context = [] {
        std::unique_ptr<ZSTD_DCtx, Freer<ZSTD_freeDCtx>> made(ZSTD_createDCtx());
        ZSTD_DCtx_setParameter(made.get(), ZSTD_d_format, ZSTD_f_zstd1_magicless);
        static const std::unique_ptr<ZSTD_DDict, Freer<ZSTD_freeDDict>> dictionary(
            ZSTD_createDDict_byReference(dictionary1().data(), dictionary1().size()));
        ZSTD_DCtx_refDDict(made.get(), dictionary.get());
        return made;
    }();
    return context.get();
}

} // namespace

Bytes packBody(ByteView body)
{
    if (body.size() >= kWorthCompressing) {
        Bytes packed(1 + ZSTD_compressBound(body.size()));
        packed[0] = kDictionary1;
        const std::size_t length = ZSTD_compress2(compressor(), packed.data() + 1, packed.size() - 1, body.data(), body.size());
        if (!ZSTD_isError(length) && length < body.size()) {
            packed.resize(1 + length);
            return crypto::padded(std::move(packed));
        }
    }
    Bytes packed{kNotCompressed};
    append(packed, body);
    return crypto::padded(std::move(packed));
}

Result<Bytes> unpackBody(Bytes packed)
{
    OURTABLE_ASSIGN(Bytes content, crypto::unpadded(std::move(packed)));
    if (content.empty())
        return ErrorCode::SealBroken;
    if (content[0] == kNotCompressed) {
        content.erase(content.begin());
        if (content.size() > kBodyOctets)
            return ErrorCode::TooLarge;
        return content;
    }
    if (content[0] != kDictionary1)
        return Error{ErrorCode::Unsupported, "dictionary"};
    ZSTD_frameHeader header{};
    const ByteView frame = ByteView(content).subspan(1);
    if (ZSTD_getFrameHeader_advanced(&header, frame.data(), frame.size(), ZSTD_f_zstd1_magicless) != 0
        || header.frameContentSize == ZSTD_CONTENTSIZE_UNKNOWN)
        return ErrorCode::SealBroken;
    if (header.frameContentSize > kBodyOctets)
        return ErrorCode::TooLarge;
    Bytes body(header.frameContentSize);
    const std::size_t length = ZSTD_decompressDCtx(decompressor(), body.data(), body.size(), frame.data(), frame.size());
    if (ZSTD_isError(length) || length != body.size())
        return ErrorCode::SealBroken;
    return body;
}

} // namespace ourtable::sync
