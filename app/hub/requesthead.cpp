#include "app/hub/requesthead.h"

#include <algorithm>
#include <charconv>

namespace ourtable::hub {
namespace {

constexpr std::size_t kLongestMethod = 16;
constexpr std::size_t kLongestLength = 15; // digits; an honest body is far from it

bool isControl(char c)
{
    const auto octet = static_cast<unsigned char>(c);
    return octet < 0x20 || octet == 0x7f;
}

bool isTokenCharacter(char c)
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kMarks.find(c) != kMarks.npos;
}

bool isToken(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// For names and words of the protocol: ASCII letters only, whatever the locale says.
bool sameWord(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lowered(x) == lowered(y); });
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// One line without its CRLF, taken off the front. The finder made sure that there is one.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find("\r\n");
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 2);
    return line;
}

// A field that may come once: how often it came, and its value.
struct Single {
    std::size_t count = 0;
    std::string_view value;

    void take(std::string_view found)
    {
        ++count;
        value = found;
    }
};

struct Fields {
    Single host, length, encoding, expectation, authorization;
};

bool readField(std::string_view line, Fields &fields)
{
    const std::size_t colon = line.find(':');
    // A folded line starts with a blank, which no name holds.
    if (colon == line.npos || !isToken(line.substr(0, colon)) || !std::all_of(line.begin(), line.end(), isAscii))
        return false;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (sameWord(name, "host"))
        fields.host.take(value);
    else if (sameWord(name, "content-length"))
        fields.length.take(value);
    else if (sameWord(name, "transfer-encoding"))
        fields.encoding.take(value);
    else if (sameWord(name, "expect"))
        fields.expectation.take(value);
    else if (sameWord(name, "ourtable-auth"))
        fields.authorization.take(value);
    return true;
}

bool readRequestLine(std::string_view line, RequestHead &head)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == line.npos || last == first || line.substr(last + 1) != "HTTP/1.1")
        return false;
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    if (!isToken(method) || method.size() > kLongestMethod || target.empty() || target.find_first_of(" \t") != target.npos)
        return false;
    head.method = method;
    head.target = target;
    return true;
}

// How long the body is, said in exactly one way or not at all.
bool readFraming(const Fields &fields, RequestHead &head)
{
    if (fields.length.count + fields.encoding.count > 1)
        return false;
    if (fields.encoding.count == 1) {
        head.chunked = sameWord(fields.encoding.value, "chunked");
        return head.chunked;
    }
    if (fields.length.count == 0)
        return true;
    const std::string_view digits = fields.length.value;
    if (digits.empty() || digits.size() > kLongestLength || !std::all_of(digits.begin(), digits.end(), isDigit))
        return false;
    std::uint64_t length = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), length);
    head.contentLength = length;
    return true;
}

bool readMeaning(const Fields &fields, RequestHead &head)
{
    if (fields.host.count != 1 || fields.host.value.empty() || fields.authorization.count > 1 || fields.expectation.count > 1)
        return false;
    head.authorization = fields.authorization.value;
    head.expectsContinue = fields.expectation.count == 1;
    if (head.expectsContinue && !sameWord(fields.expectation.value, "100-continue"))
        return false;
    return readFraming(fields, head);
}

bool isPlainTarget(std::string_view target)
{
    const auto plain = [](char c) { return isAscii(c) && c != '%' && c != '\\'; };
    return target.front() == '/' && std::all_of(target.begin(), target.end(), plain)
        && target.find("..") == target.npos && target.find("//") == target.npos;
}

} // namespace

HeadFinder::Found HeadFinder::look(std::string_view soFar)
{
    for (; m_seen < std::min(soFar.size(), kHeadOctets); ++m_seen) {
        const char c = soFar[m_seen];
        const bool afterReturn = m_seen > 0 && soFar[m_seen - 1] == '\r';
        if (afterReturn != (c == '\n') || (isControl(c) && c != '\r' && c != '\n' && c != '\t'))
            return {0, Refusal::Malformed};
        if (c == '\n' && m_seen >= 3 && soFar.substr(m_seen - 3, 4) == "\r\n\r\n")
            return {m_seen + 1, Refusal::None};
    }
    return {0, m_seen == kHeadOctets ? Refusal::HeadTooLarge : Refusal::None};
}

Refusal readHead(std::string_view raw, RequestHead &head)
{
    raw.remove_suffix(2); // the empty line: every line that is left ends in CRLF
    if (!readRequestLine(takeLine(raw), head))
        return Refusal::Malformed;
    Fields fields;
    for (std::size_t count = 0; !raw.empty(); ++count) {
        if (count == kHeadFields)
            return Refusal::HeadTooLarge;
        if (!readField(takeLine(raw), fields))
            return Refusal::Malformed;
    }
    if (!readMeaning(fields, head))
        return Refusal::Malformed;
    if (head.method != "GET" && head.method != "POST")
        return Refusal::MethodNotAllowed;
    return isPlainTarget(head.target) ? Refusal::None : Refusal::NotFound;
}

} // namespace ourtable::hub
