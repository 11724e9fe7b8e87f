// Manners of a process that holds keys: no core file, nobody looks into its memory, its files are private, and it stops
// between two steps when asked to.
#pragma once

namespace ourtable::cli {

// Before anything else in main().
void hardenProcess();

// From now on SIGINT and SIGTERM only set a mark; reads that wait are interrupted.
void catchStopSignals();
[[nodiscard]] bool stopWanted();

// Sleeps, but not on when somebody wants to stop; false then.
[[nodiscard]] bool waitSeconds(int seconds);

} // namespace ourtable::cli
