#include "core/support/json.h"

#include <set>
#include <vector>

#include "core/support/text.h"

namespace ourtable {
namespace {

constexpr std::size_t kMostMembers = 1000; // Json looks for a key from the first member on: the square of this is work

// Walks the text once before it is parsed: the library itself keeps the last of two equal keys without a word.
class Inspector : public nlohmann::json_sax<Json> {
public:
    explicit Inspector(int depth) : m_depthLeft(depth) {}

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override
    {
        m_keys.emplace_back();
        return --m_depthLeft >= 0;
    }
    bool key(string_t &name) override { return m_keys.back().insert(name).second && m_keys.back().size() <= kMostMembers; }
    bool end_object() override
    {
        m_keys.pop_back();
        ++m_depthLeft;
        return true;
    }
    bool start_array(std::size_t) override { return --m_depthLeft >= 0; }
    bool end_array() override
    {
        ++m_depthLeft;
        return true;
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        m_position = position;
        return false;
    }

    [[nodiscard]] std::size_t position() const { return m_position; }

private:
    std::vector<std::set<std::string>> m_keys;
    int m_depthLeft;
    std::size_t m_position = 0;
};

} // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.octets)
        return ErrorCode::TooLarge;
    if (!text::isPlainUtf8(text))
        return Error{ErrorCode::Malformed, "not UTF-8"};
    Inspector inspector(limits.depth);
    if (!Json::sax_parse(text.begin(), text.end(), &inspector))
        return Error{ErrorCode::Malformed, inspector.position() ? "at " + std::to_string(inspector.position()) : "duplicate key, too deep or too many members"};
    return Json::parse(text.begin(), text.end());
}

Json memberOf(const Json &value, const std::string &name, Json fallback)
{
    const auto found = value.is_object() ? value.find(name) : value.end();
    return found == value.end() ? std::move(fallback) : *found;
}

} // namespace ourtable
