#include "tests/bench/limit/sealedcopy.h"

#include <fcntl.h>
#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

const unsigned char sealed_key[32] = {7};

void sealed_seal(unsigned char *to, const unsigned char *octets, size_t length)
{
    randombytes_buf(to, 24);
    crypto_aead_xchacha20poly1305_ietf_encrypt(to + 24, NULL, octets, length, NULL, 0, NULL, to, sealed_key);
}

int sealed_open(unsigned char *to, const unsigned char *sealed, size_t length)
{
    return crypto_aead_xchacha20poly1305_ietf_decrypt(to, NULL, NULL, sealed + 24, length - 24, NULL, 0, sealed, sealed_key);
}

int sealed_write(int to, const void *octets, size_t length)
{
    const unsigned char *at = octets;
    while (length > 0) {
        const ssize_t done = write(to, at, length);
        if (done <= 0)
            return -1;
        at += done;
        length -= (size_t)done;
    }
    return 0;
}

int sealed_read(int from, void *octets, size_t length)
{
    unsigned char *at = octets;
    while (length > 0) {
        const ssize_t done = read(from, at, length);
        if (done <= 0)
            return -1;
        at += done;
        length -= (size_t)done;
    }
    return 0;
}

/* Length, nonce, ciphertext, tag. */
static size_t framed(unsigned char *to, const unsigned char *octets, size_t length)
{
    const uint32_t sealed = (uint32_t)(length + SEALED_OVERHEAD);
    memcpy(to, &sealed, sizeof sealed);
    sealed_seal(to + sizeof sealed, octets, length);
    return sizeof sealed + sealed;
}

int sealed_append(int file, const unsigned char *octets, size_t length)
{
    unsigned char frame[4096];
    if (length + SEALED_OVERHEAD + sizeof(uint32_t) > sizeof frame)
        return -1;
    if (sealed_write(file, frame, framed(frame, octets, length)) != 0)
        return -1;
    return fdatasync(file);
}

int sealed_write_file(const char *path, const struct sealed_items *items)
{
    const int file = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    int failed = file < 0;
    unsigned char frame[8192];
    for (size_t i = 0; !failed && i < items->count; ++i)
        failed = sealed_write(file, frame, framed(frame, items->octets[i], items->lengths[i])) != 0;
    if (file >= 0)
        close(file);
    return failed ? -1 : 0;
}

int sealed_read_file(const char *path, size_t *opened)
{
    const int file = open(path, O_RDONLY);
    struct stat about;
    if (file < 0 || fstat(file, &about) != 0)
        return -1;
    const size_t size = (size_t)about.st_size;
    unsigned char *whole = malloc(size);
    unsigned char *plain = malloc(size);
    int failed = !whole || !plain || sealed_read(file, whole, size) != 0;
    *opened = 0;
    for (size_t at = 0; !failed && at < size;) {
        uint32_t length;
        memcpy(&length, whole + at, sizeof length);
        at += sizeof length;
        failed = sealed_open(plain + *opened, whole + at, length) != 0;
        *opened += length - SEALED_OVERHEAD;
        at += length;
    }
    free(whole);
    free(plain);
    close(file);
    return failed ? -1 : 0;
}

int sealed_stretch(const char *password, unsigned long long passes, size_t memory)
{
    static const unsigned char salt[crypto_pwhash_SALTBYTES] = {1};
    unsigned char key[32];
    return crypto_pwhash(key, sizeof key, password, strlen(password), salt, passes, memory, crypto_pwhash_ALG_ARGON2ID13);
}

size_t sealed_scan(const struct sealed_items *items, const char *word, size_t most)
{
    size_t found = 0;
    for (size_t i = items->count; i > 0 && found < most; --i)
        found += strcasestr((const char *)items->octets[i - 1], word) != NULL;
    return found;
}
