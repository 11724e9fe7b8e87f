// A way to devices nearby on which one device shows and nobody ever answers: the same on every machine.
#pragma once

#include "core/sync/nearbyway.h"

namespace ourtable::test {

class StillLine final : public sync::NearbyLine {
public:
    void listen(Ear) override {}
    void send(Bytes) override {}
    void expect(std::size_t, int) override {}
};

class StillWay final : public sync::NearbyWay {
public:
    [[nodiscard]] Result<void> open(const crypto::VerifyKey &, Ear) override
    {
        m_open = true;
        return {};
    }
    void close() override { m_open = false; }
    [[nodiscard]] std::vector<sync::NearbyId> devices() const override { return std::vector<sync::NearbyId>(m_open ? 1 : 0); }
    [[nodiscard]] std::vector<std::string> numbers() const override { return {"192.168.1.23"}; }
    [[nodiscard]] Result<std::unique_ptr<sync::NearbyLine>> call(const sync::NearbyId &) override { return std::unique_ptr<sync::NearbyLine>(new StillLine); }
    [[nodiscard]] Result<std::unique_ptr<sync::NearbyLine>> callNumber(const std::string &) override { return Error{ErrorCode::InvalidInput, "number"}; }

private:
    bool m_open = false;
};

} // namespace ourtable::test
