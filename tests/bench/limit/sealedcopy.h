/* The limit that every figure stands beside: the same octets sealed one by one with libsodium and copied in plain C,
   without our formats, log, protocol, HTTP or TLS. All functions give 0, or -1 when something did not work. */
#ifndef OURTABLE_SEALEDCOPY_H
#define OURTABLE_SEALEDCOPY_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sealed_items {
    const unsigned char *const *octets;
    const size_t *lengths;
    size_t count;
};

enum { SEALED_OVERHEAD = 24 + 16 }; /* nonce and tag */
extern const unsigned char sealed_key[32];

/* to: nonce, ciphertext, tag; length + SEALED_OVERHEAD octets. */
void sealed_seal(unsigned char *to, const unsigned char *octets, size_t length);
/* to: length - SEALED_OVERHEAD octets. */
int sealed_open(unsigned char *to, const unsigned char *sealed, size_t length);
/* All of it, whatever the system takes at a time. */
int sealed_write(int to, const void *octets, size_t length);
int sealed_read(int from, void *octets, size_t length);

/* Saving: seals one item, appends it to the open file, and waits for the disk. */
int sealed_append(int file, const unsigned char *octets, size_t length);

/* Unlocking: all items in one file; then the file read and every item opened into memory. */
int sealed_write_file(const char *path, const struct sealed_items *items);
int sealed_read_file(const char *path, size_t *opened);

/* Stretching a PIN as the vault does. */
int sealed_stretch(const char *password, unsigned long long passes, size_t memory);

/* Searching: how many items hold the word, in any case of its letters, read from the newest on until `most` were found. */
size_t sealed_scan(const struct sealed_items *items, const char *word, size_t most);

/* First sync, record to record: rows of a SQLite file, sealed each, over TCP into the SQLite file of a hub that cannot
   open them (one transaction, one answer a batch); from there over TCP, opened each, into another SQLite file. Every file
   is as durable as ours: write-ahead log, synchronous FULL. up and down are milliseconds; wire is octets up. */
int sealed_sync(const char *folder, const struct sealed_items *items, size_t batch, double *up, double *down, size_t *wire);

/* Nothing new: a sealed message of this length to the other side of a loopback connection and its answer, `times` times;
   the milliseconds of each are written to `each`. */
int sealed_round_trips(size_t length, size_t times, double *each);

/* A hub: `connections` of them, each sending `pushes` messages of `items` sealed items of `length` octets, one at a time;
   the hub appends them to a file, waits for the disk once for all that have come, and answers each. */
int sealed_hub(const char *path, size_t connections, size_t pushes, size_t items, size_t length, double *milliseconds);

#ifdef __cplusplus
}
#endif
#endif
