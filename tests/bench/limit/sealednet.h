/* A connected pair of TCP sockets on loopback, and time, for the limits. */
#ifndef OURTABLE_SEALEDNET_H
#define OURTABLE_SEALEDNET_H

/* A listening socket on a free port; -1 when it cannot be had. */
int net_listen(void);
/* A connection to it, without delay for small messages. */
int net_connect(int listening);
int net_accept(int listening);
double net_milliseconds(void);

#endif
