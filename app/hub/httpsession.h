// One connection, from its TLS handshake to its close. session.cpp is the only user of Beast.
#pragma once

#include <chrono>
#include <string>

#include <boost/asio/ip/tcp.hpp>

#include "app/hub/serverengine.h"

namespace ourtable::hub {

// Lives on the I/O thread and owns itself until its connection is over.
class Session {
public:
    virtual ~Session() = default;
    // The server stops: a connection that is not waiting for the handler's answer ends now, the others after it.
    virtual void stop() = 0;
    // Ends the connection when its deadline has passed. Called every now and then while there are sessions: a timer for each
    // step of each connection would cost more than looking at all of them.
    virtual void checkDeadline(std::chrono::steady_clock::time_point now) = 0;
};

// Takes the socket over: TLS, then requests one after the other to engine.handler, each behind the guards of requesthead.h
// and the limits and deadlines of serverlimits.h. peer is the client's address as handlers see it. Returns at once.
void startSession(ServerEngine &engine, boost::asio::ip::tcp::socket socket, std::string peer, Admission admission);

} // namespace ourtable::hub
