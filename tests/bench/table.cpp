#include "tests/bench/table.h"

#include <cmath>

namespace ourtable::bench {
namespace {

std::string fixed(double number, int digits, const char *unit)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f%s", digits, number, unit);
    return text;
}

std::string grouped(double number)
{
    const std::string digits = std::to_string(std::llround(number));
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text.push_back(',');
        text.push_back(digits[i]);
    }
    return text;
}

std::string words(double figure, Unit unit)
{
    switch (unit) {
    case Unit::Milliseconds: return fixed(figure, figure < 10 ? 2 : figure < 100 ? 1 : 0, " ms");
    case Unit::Octets: return grouped(figure) + " B";
    case Unit::Megabytes: return fixed(figure, figure < 10 ? 2 : 0, " MB");
    case Unit::PerSecond: return grouped(figure) + " /s";
    case Unit::Requests: return grouped(figure);
    }
    return {};
}

double ratioOf(const Row &row)
{
    if (row.limit <= 0 || row.ours <= 0)
        return 0;
    return row.unit == Unit::PerSecond ? row.limit / row.ours : row.ours / row.limit;
}

bool isMet(const Row &row)
{
    const double figure = row.ratioIsTarget ? ratioOf(row) : row.ours;
    return row.unit == Unit::PerSecond && !row.ratioIsTarget ? figure >= row.target : figure <= row.target;
}

} // namespace

void print(const Row &row)
{
    const std::string limit = row.limit > 0 ? words(row.limit, row.unit) : "–";
    const std::string ratio = ratioOf(row) > 0 ? fixed(ratioOf(row), ratioOf(row) < 10 ? 2 : 0, "×") : "–";
    std::string target = "–";
    if (row.target > 0) {
        target = row.unit == Unit::PerSecond && !row.ratioIsTarget ? "≥ " : "≤ ";
        target += row.ratioIsTarget ? fixed(row.target, 1, "×") : words(row.target, row.unit);
    }
    const char *met = row.target <= 0 ? "" : isMet(row) ? "yes" : "**no**";
    std::printf("| %s | %s | %s | %s | %s | %s |\n", row.measure.c_str(), words(row.ours, row.unit).c_str(), limit.c_str(),
                ratio.c_str(), target.c_str(), met);
    std::fflush(stdout);
}

bool isQuick(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--quick")
            return true;
    }
    return false;
}

} // namespace ourtable::bench
