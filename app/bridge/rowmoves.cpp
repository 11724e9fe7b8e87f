#include "app/bridge/rowmoves.h"

#include <unordered_map>

namespace ourtable {

std::vector<bool> stayingRows(const std::vector<store::RecordKey> &before, const std::vector<store::RecordKey> &after)
{
    std::size_t first = 0, afterEnd = after.size(), end = before.size(); // outside of these, nothing changed
    while (first < end && first < afterEnd && before[first].id == after[first].id)
        ++first;
    for (; end > first && afterEnd > first && before[end - 1].id == after[afterEnd - 1].id; --end)
        --afterEnd;
    std::unordered_map<RecordId, std::size_t, FixedBytesHash> place;
    for (std::size_t index = first; index < afterEnd; ++index)
        place.emplace(after[index].id, index);
    std::vector<bool> stays(before.size(), true);
    std::optional<std::size_t> last;
    for (std::size_t row = first; row < end; ++row) {
        const auto found = place.find(before[row].id);
        stays[row] = found != place.end() && (!last || found->second > *last);
        if (stays[row])
            last = found->second;
    }
    return stays;
}

int movesBetween(const std::vector<store::RecordKey> &before, const std::vector<store::RecordKey> &after,
                 const std::vector<bool> &stays)
{
    int moves = 0;
    for (std::size_t row = 0; row < stays.size(); ++row)
        moves += !stays[row] && (row == 0 || stays[row - 1]);
    std::size_t row = 0;
    bool coming = false;
    for (const store::RecordKey &key : after) {
        while (row < before.size() && !stays[row])
            ++row;
        const bool stayed = row < before.size() && before[row].id == key.id;
        moves += !stayed && !coming;
        coming = !stayed;
        row += stayed;
    }
    return moves;
}

} // namespace ourtable
