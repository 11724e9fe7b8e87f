// The notes that are measured: 600 octets of words each, out of the demonstration programme's own sentences. The
// compression dictionary was written without these sentences, so what is measured is held out.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/usecases/workspace.h"
#include "tests/bench/limit/sealedcopy.h"

namespace ourtable::bench {

inline constexpr std::size_t kNoteOctets = 600;

// Words of a note: what is past the longest note goes into its translation.
struct NoteWords {
    std::string text;
    std::string translation;
};

class Notes {
public:
    // Reads the sentences of the demonstration programme; stops the program when it cannot.
    Notes();
    // The same for the same number; no sentence twice in one note.
    [[nodiscard]] NoteWords words(std::uint64_t number) const;

private:
    std::vector<std::string> m_sentences;
};

// What a tablet writes for one note, ready for Workspace::commit or create.
[[nodiscard]] usecases::PlannedChange plannedNote(usecases::Workspace &workspace, const RecordId &gathering,
                                                  const NoteWords &words, std::uint64_t number);

// Saves the notes with these numbers: one by one as a tablet does, or so many together as an import does (64 at most).
struct Growth {
    std::uint64_t from = 0;
    std::uint64_t to = 0; // the one after the last
    std::uint64_t together = 1;
};
void grow(usecases::Workspace &workspace, const RecordId &gathering, const Growth &growth,
          const std::function<NoteWords(std::uint64_t)> &words);

// The plain octets of these notes for the limit: body by body as it would be sealed.
class PlainCopies {
public:
    explicit PlainCopies(std::vector<Bytes> bodies);
    [[nodiscard]] sealed_items items() const { return {m_octets.data(), m_lengths.data(), m_octets.size()}; }

private:
    std::vector<Bytes> m_bodies;
    std::vector<const unsigned char *> m_octets;
    std::vector<std::size_t> m_lengths;
};

// The body of such a note as it is before compression and sealing.
[[nodiscard]] Bytes plainBody(const NoteWords &words, std::uint64_t number);

} // namespace ourtable::bench
