// What the command line of the app says: ourtable --help.
#pragma once

#include <QSize>
#include <QString>

#include <optional>

namespace ourtable::client {

struct Options {
    QString folder;            // empty: the person's own data folder
    bool noKeyring = false;
    std::optional<bool> touch; // nothing: by the last input
    QSize size{1280, 800};     // of the window, in dp
};

// Ends the program for --help, and for what it does not understand.
[[nodiscard]] Options readOptions();

} // namespace ourtable::client
