#include "tests/bench/limit/sealedcopy.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/bench/limit/sealednet.h"

enum { LONGEST = 8192 };

static sqlite3 *opened(const char *folder, const char *name)
{
    char path[512];
    sqlite3 *database = NULL;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (sqlite3_open(path, &database) != SQLITE_OK
        || sqlite3_exec(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                        "CREATE TABLE item (number INTEGER PRIMARY KEY, octets BLOB NOT NULL)", NULL, NULL, NULL) != SQLITE_OK) {
        sqlite3_close(database);
        return NULL;
    }
    return database;
}

static int insert(sqlite3_stmt *add, const unsigned char *octets, size_t length)
{
    sqlite3_bind_blob(add, 1, octets, (int)length, SQLITE_STATIC);
    const int done = sqlite3_step(add);
    sqlite3_reset(add);
    return done == SQLITE_DONE ? 0 : -1;
}

/* Takes `count` frames from the connection into the database, opened first when asked for; one transaction and one answer
   a batch. */
static int receive(int connection, sqlite3 *database, size_t count, size_t batch, int open_each)
{
    unsigned char sealed[LONGEST];
    unsigned char plain[LONGEST];
    sqlite3_stmt *add = NULL;
    int failed = sqlite3_prepare_v2(database, "INSERT INTO item (octets) VALUES (?)", -1, &add, NULL) != SQLITE_OK;
    for (size_t i = 0; !failed && i < count; ++i) {
        uint32_t length;
        failed = (i % batch == 0 && sqlite3_exec(database, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
            || sealed_read(connection, &length, sizeof length) != 0 || length > LONGEST
            || sealed_read(connection, sealed, length) != 0;
        if (!failed && open_each)
            failed = sealed_open(plain, sealed, length) != 0 || insert(add, plain, length - SEALED_OVERHEAD) != 0;
        else if (!failed)
            failed = insert(add, sealed, length) != 0;
        if (!failed && (i % batch == batch - 1 || i == count - 1))
            failed = sqlite3_exec(database, "COMMIT", NULL, NULL, NULL) != SQLITE_OK || sealed_write(connection, "", 1) != 0;
    }
    sqlite3_finalize(add);
    return failed ? -1 : 0;
}

/* Sends every row as a frame, sealed first when asked for; waits for the answer to each batch. */
static int send_rows(int connection, sqlite3 *database, size_t count, size_t batch, int seal_each, size_t *wire)
{
    unsigned char *together = malloc(batch * LONGEST);
    sqlite3_stmt *rows = NULL;
    size_t filled = 0;
    int failed = !together
        || sqlite3_prepare_v2(database, "SELECT octets FROM item ORDER BY number", -1, &rows, NULL) != SQLITE_OK;
    for (size_t i = 0; !failed && i < count; ++i) {
        failed = sqlite3_step(rows) != SQLITE_ROW;
        const unsigned char *octets = failed ? NULL : sqlite3_column_blob(rows, 0);
        const size_t held = failed ? 0 : (size_t)sqlite3_column_bytes(rows, 0);
        const uint32_t length = (uint32_t)(held + (seal_each ? SEALED_OVERHEAD : 0));
        for (size_t at = 0; at < sizeof length; ++at)
            together[filled++] = ((const unsigned char *)&length)[at];
        if (seal_each)
            sealed_seal(together + filled, octets, held);
        else
            for (size_t at = 0; at < held; ++at)
                together[filled + at] = octets[at];
        filled += length;
        if (!failed && (i % batch == batch - 1 || i == count - 1)) {
            unsigned char answer;
            failed = sealed_write(connection, together, filled) != 0 || sealed_read(connection, &answer, 1) != 0;
            *wire += filled;
            filled = 0;
        }
    }
    sqlite3_finalize(rows);
    free(together);
    return failed ? -1 : 0;
}

struct taker {
    int listening;
    sqlite3 *database;
    size_t count;
    size_t batch;
    int open_each;
    int failed;
};

static void *take_all(void *given)
{
    struct taker *taker = given;
    const int connection = net_accept(taker->listening);
    taker->failed = connection < 0 || receive(connection, taker->database, taker->count, taker->batch, taker->open_each) != 0;
    close(connection);
    return NULL;
}

/* From one database to another, over a connection of their own. */
static int carry(sqlite3 *from, sqlite3 *to, size_t count, size_t batch, int seal_each, double *milliseconds, size_t *wire)
{
    struct taker taker = {net_listen(), to, count, batch, !seal_each, 0};
    pthread_t other;
    if (taker.listening < 0 || pthread_create(&other, NULL, take_all, &taker) != 0)
        return -1;
    const double start = net_milliseconds();
    const int connection = net_connect(taker.listening);
    const int failed = connection < 0 || send_rows(connection, from, count, batch, seal_each, wire) != 0;
    pthread_join(other, NULL);
    *milliseconds = net_milliseconds() - start;
    close(connection);
    close(taker.listening);
    return failed || taker.failed ? -1 : 0;
}

static int fill(sqlite3 *database, const struct sealed_items *items)
{
    sqlite3_stmt *add = NULL;
    int failed = sqlite3_exec(database, "BEGIN", NULL, NULL, NULL) != SQLITE_OK
        || sqlite3_prepare_v2(database, "INSERT INTO item (octets) VALUES (?)", -1, &add, NULL) != SQLITE_OK;
    for (size_t i = 0; !failed && i < items->count; ++i)
        failed = insert(add, items->octets[i], items->lengths[i]) != 0;
    sqlite3_finalize(add);
    return failed || sqlite3_exec(database, "COMMIT", NULL, NULL, NULL) != SQLITE_OK ? -1 : 0;
}

int sealed_sync(const char *folder, const struct sealed_items *items, size_t batch, double *up, double *down, size_t *wire)
{
    sqlite3 *first = opened(folder, "first.db");
    sqlite3 *hub = opened(folder, "hub.db");
    sqlite3 *second = opened(folder, "second.db");
    size_t wire_down = 0;
    *wire = 0;
    const int failed = !first || !hub || !second || fill(first, items) != 0
        || carry(first, hub, items->count, batch, 1, up, wire) != 0
        || carry(hub, second, items->count, batch, 0, down, &wire_down) != 0;
    sqlite3_close(first);
    sqlite3_close(hub);
    sqlite3_close(second);
    return failed ? -1 : 0;
}
