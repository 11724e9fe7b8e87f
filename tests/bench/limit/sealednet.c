#include "tests/bench/limit/sealednet.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "tests/bench/limit/sealedcopy.h"

int net_listen(void)
{
    const int listening = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (listening < 0 || bind(listening, (struct sockaddr *)&address, sizeof address) != 0 || listen(listening, 256) != 0)
        return -1;
    return listening;
}

static void without_delay(int connection)
{
    const int on = 1;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

int net_connect(int listening)
{
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    const int connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connection < 0 || getsockname(listening, (struct sockaddr *)&address, &length) != 0
        || connect(connection, (struct sockaddr *)&address, length) != 0)
        return -1;
    without_delay(connection);
    return connection;
}

int net_accept(int listening)
{
    const int connection = accept(listening, NULL, NULL);
    if (connection >= 0)
        without_delay(connection);
    return connection;
}

double net_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

struct echo {
    int listening;
    size_t length;
    size_t times;
};

static void *answer_echoes(void *given)
{
    const struct echo *echo = given;
    const int connection = net_accept(echo->listening);
    unsigned char sealed[4096];
    unsigned char plain[4096];
    for (size_t i = 0; connection >= 0 && i < echo->times; ++i) {
        if (sealed_read(connection, sealed, echo->length + SEALED_OVERHEAD) != 0
            || sealed_open(plain, sealed, echo->length + SEALED_OVERHEAD) != 0)
            break;
        sealed_seal(sealed, plain, echo->length);
        if (sealed_write(connection, sealed, echo->length + SEALED_OVERHEAD) != 0)
            break;
    }
    close(connection);
    return NULL;
}

int sealed_round_trips(size_t length, size_t times, double *each)
{
    struct echo echo = {net_listen(), length, times};
    unsigned char sealed[4096];
    unsigned char plain[4096] = {0};
    pthread_t other;
    if (echo.listening < 0 || length + SEALED_OVERHEAD > sizeof sealed || pthread_create(&other, NULL, answer_echoes, &echo) != 0)
        return -1;
    const int connection = net_connect(echo.listening);
    int failed = connection < 0;
    for (size_t i = 0; !failed && i < times; ++i) {
        const double start = net_milliseconds();
        sealed_seal(sealed, plain, length);
        failed = sealed_write(connection, sealed, length + SEALED_OVERHEAD) != 0
            || sealed_read(connection, sealed, length + SEALED_OVERHEAD) != 0
            || sealed_open(plain, sealed, length + SEALED_OVERHEAD) != 0;
        each[i] = net_milliseconds() - start;
    }
    close(connection);
    pthread_join(other, NULL);
    close(echo.listening);
    return failed ? -1 : 0;
}
