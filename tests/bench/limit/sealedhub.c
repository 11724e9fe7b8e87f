#include "tests/bench/limit/sealedcopy.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/bench/limit/sealednet.h"

struct client {
    int connection;
    size_t pushes;
    size_t octets;
    const unsigned char *push;
    int failed;
};

static void *push_all(void *given)
{
    struct client *client = given;
    unsigned char answer;
    for (size_t i = 0; i < client->pushes && !client->failed; ++i)
        client->failed = sealed_write(client->connection, client->push, client->octets) != 0
            || sealed_read(client->connection, &answer, 1) != 0;
    close(client->connection);
    return NULL;
}

/* Takes what has come of every connection that has something; gives how many pushes came, -1 for a failure. */
static ssize_t take(struct pollfd *polled, size_t connections, unsigned char *push, size_t octets, int file, unsigned char *came)
{
    ssize_t taken = 0;
    for (size_t i = 0; i < connections; ++i) {
        came[i] = 0;
        if (!(polled[i].revents & POLLIN))
            continue;
        if (sealed_read(polled[i].fd, push, octets) != 0) {
            polled[i].fd = -1; /* closed: it is done */
            continue;
        }
        if (sealed_write(file, push, octets) != 0)
            return -1;
        came[i] = 1;
        ++taken;
    }
    return taken;
}

static int serve(struct pollfd *polled, size_t connections, size_t pushes, size_t octets, int file)
{
    unsigned char *push = malloc(octets);
    unsigned char *came = malloc(connections);
    int failed = !push || !came;
    for (size_t done = 0; !failed && done < connections * pushes;) {
        failed = poll(polled, connections, -1) < 0;
        const ssize_t taken = failed ? -1 : take(polled, connections, push, octets, file, came);
        failed = taken < 0 || (taken > 0 && fdatasync(file) != 0);
        for (size_t i = 0; !failed && i < connections; ++i)
            failed = came[i] && sealed_write(polled[i].fd, "", 1) != 0;
        done += failed ? 0 : (size_t)taken;
    }
    free(push);
    free(came);
    return failed ? -1 : 0;
}

/* Items that are sealed already, as a device has them. */
static unsigned char *sealed_push(size_t items, size_t length)
{
    unsigned char *push = malloc(items * (length + SEALED_OVERHEAD));
    unsigned char *plain = calloc(1, length);
    for (size_t i = 0; push && plain && i < items; ++i)
        sealed_seal(push + i * (length + SEALED_OVERHEAD), plain, length);
    free(plain);
    return push;
}

int sealed_hub(const char *path, size_t connections, size_t pushes, size_t items, size_t length, double *milliseconds)
{
    const size_t octets = items * (length + SEALED_OVERHEAD);
    const int file = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    const int listening = net_listen();
    unsigned char *push = sealed_push(items, length);
    struct pollfd *polled = calloc(connections, sizeof *polled);
    struct client *clients = calloc(connections, sizeof *clients);
    pthread_t *threads = calloc(connections, sizeof *threads);
    int failed = file < 0 || listening < 0 || !push || !polled || !clients || !threads;
    for (size_t i = 0; !failed && i < connections; ++i) {
        clients[i] = (struct client){net_connect(listening), pushes, octets, push, 0};
        polled[i] = (struct pollfd){net_accept(listening), POLLIN, 0};
        failed = clients[i].connection < 0 || polled[i].fd < 0;
    }
    const double start = net_milliseconds();
    for (size_t i = 0; !failed && i < connections; ++i)
        failed = pthread_create(&threads[i], NULL, push_all, &clients[i]) != 0;
    failed = failed || serve(polled, connections, pushes, octets, file) != 0;
    *milliseconds = net_milliseconds() - start;
    for (size_t i = 0; !failed && i < connections; ++i)
        pthread_join(threads[i], NULL);
    free(push);
    free(polled);
    free(clients);
    free(threads);
    close(file);
    close(listening);
    return failed ? -1 : 0;
}
