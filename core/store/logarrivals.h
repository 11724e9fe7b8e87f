// What one answer of the hub brought, found by hash. Internal to the log.
#pragma once

#include <cstring>
#include <unordered_map>

#include "core/sync/wire.h"

namespace ourtable::store {

struct Arrival {
    sync::Envelope envelope;
    Hash hash;
    bool taken = false; // is in the log now
};

class Arrivals {
public:
    explicit Arrivals(const std::vector<sync::Run> &runs)
    {
        for (const sync::Run &run : runs) {
            std::vector<sync::Envelope> envelopes = run.envelopes();
            for (std::size_t i = 0; i < envelopes.size(); ++i) {
                // The next one names this one's hash already.
                const Hash hash = i + 1 < envelopes.size() ? envelopes[i + 1].previous : envelopes[i].hash();
                m_places.emplace(hash, m_all.size());
                m_all.push_back({std::move(envelopes[i]), hash});
            }
        }
    }

    // Nothing when it did not come. The first when it came twice.
    [[nodiscard]] Arrival *find(const Hash &hash)
    {
        const auto place = m_places.find(hash);
        return place == m_places.end() ? nullptr : &m_all[place->second];
    }
    [[nodiscard]] const std::vector<Arrival> &all() const { return m_all; } // in the hub's order

private:
    struct FirstOctets { // a hash is as good as any other hash of it
        std::size_t operator()(const Hash &hash) const
        {
            std::size_t first = 0;
            std::memcpy(&first, hash.view().data(), sizeof first);
            return first;
        }
    };

    std::vector<Arrival> m_all;
    std::unordered_map<Hash, std::size_t, FirstOctets> m_places;
};

} // namespace ourtable::store
