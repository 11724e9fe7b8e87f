// The commands of `ourtable-cli batch`: one JSON object in, one answer out. README.md of this folder lists them.
#pragma once

#include "app/cli/answer.h"
#include "app/cli/device.h"

namespace ourtable::cli {

// What a batch command works on.
struct BatchDesk {
    Device &device;
    usecases::Workspace &workspace;
};

// Runs one line. Whatever the line is, the answer says what came of it; nothing is thrown.
[[nodiscard]] Answer runBatchLine(const std::string &line, BatchDesk &desk, bool &quit);

// Records: put, set, move, commit, get, find, count, search, history, settle, hide, restore, takeback
Answer batchPut(const Json &command, BatchDesk &desk);
Answer batchSet(const Json &command, BatchDesk &desk);
Answer batchMove(const Json &command, BatchDesk &desk);
Answer batchGet(const Json &command, BatchDesk &desk);
Answer batchFind(const Json &command, BatchDesk &desk);
Answer batchCount(const Json &command, BatchDesk &desk);
Answer batchSearch(const Json &command, BatchDesk &desk);
Answer batchSettle(const Json &command, BatchDesk &desk);
Answer batchHide(const Json &command, BatchDesk &desk);
Answer batchRestore(const Json &command, BatchDesk &desk);
Answer batchTakeBack(const Json &command, BatchDesk &desk);
// A breakfast: start, close, note, notes, heads
Answer batchStart(const Json &command, BatchDesk &desk);
Answer batchClose(const Json &command, BatchDesk &desk);
Answer batchNote(const Json &command, BatchDesk &desk);
Answer batchNotes(const Json &command, BatchDesk &desk);
Answer batchHeads(const Json &command, BatchDesk &desk);
// The device: draft, share, digest, status
Answer batchDraft(const Json &command, BatchDesk &desk);
Answer batchShare(const Json &command, BatchDesk &desk);
Answer batchDigest(const Json &command, BatchDesk &desk);
Answer batchStatus(const Json &command, BatchDesk &desk);

} // namespace ourtable::cli
