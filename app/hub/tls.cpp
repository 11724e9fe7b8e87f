#include "app/hub/tls.h"

#include <openssl/err.h>

namespace ourtable::hub {
namespace {

constexpr const char *kCipherSuites =
    "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";

bool applySettings(SSL_CTX *context)
{
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    return SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) == 1
        && SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION) == 1
        && SSL_CTX_set_ciphersuites(context, kCipherSuites) == 1 && SSL_CTX_set_num_tickets(context, 1) == 1
        && SSL_CTX_set_max_early_data(context, 0) == 1 && SSL_CTX_set_recv_max_early_data(context, 0) == 1;
}

} // namespace

Result<void> configureTls(SSL_CTX *context, const std::string &chainFile)
{
    ERR_clear_error();
    if (!applySettings(context))
        return {ErrorCode::Internal, "tls settings"};
    const char *path = chainFile.c_str();
    const bool loaded = SSL_CTX_use_certificate_chain_file(context, path) == 1
        && SSL_CTX_use_PrivateKey_file(context, path, SSL_FILETYPE_PEM) == 1 && SSL_CTX_check_private_key(context) == 1;
    ERR_clear_error();
    if (!loaded)
        return {ErrorCode::Corrupt, "certificate"};
    return {};
}

} // namespace ourtable::hub
