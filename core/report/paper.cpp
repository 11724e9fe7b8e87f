#include "core/report/paper.h"

#include <algorithm>

namespace ourtable::report {
namespace {

using catalogue::Sensitivity;

void addLine(std::string &to, const std::string &line)
{
    if (!line.empty())
        to += line + "\n";
}

struct PlainWords {
    std::string &to;

    void operator()(const Heading &heading) const { addLine(to, heading.text); }
    void operator()(const Paragraph &paragraph) const { addLine(to, paragraph.text); }
    void operator()(const List &list) const
    {
        for (const std::string &item : list.items)
            addLine(to, item);
    }
    void operator()(const Table &table) const
    {
        const auto add = [this](const std::vector<std::string> &cells) {
            for (const std::string &cell : cells)
                addLine(to, cell);
        };
        add(table.head);
        for (const std::vector<std::string> &row : table.rows)
            add(row);
    }
    void operator()(const Card &card) const
    {
        addLine(to, card.mark);
        addLine(to, card.status);
        addLine(to, card.aside);
        addLine(to, card.title);
        for (const std::string &line : card.lines)
            addLine(to, line);
    }
    void operator()(const Rule &) const {}
    void operator()(const PageBreak &) const {}
};

} // namespace

std::string plainTextOf(const Paper &paper)
{
    std::string text;
    addLine(text, paper.title);
    addLine(text, paper.subtitle);
    for (const Block &block : paper.blocks)
        std::visit(PlainWords{text}, block.content);
    addLine(text, paper.footer);
    return text;
}

Result<void> checkClass(const Paper &paper)
{
    const bool printable = paper.sensitivity == Sensitivity::Open || paper.sensitivity == Sensitivity::Members;
    const bool within = std::all_of(paper.blocks.begin(), paper.blocks.end(), [&paper](const Block &block) {
        return block.sensitivity == Sensitivity::Open || block.sensitivity == paper.sensitivity;
    });
    if (!printable || !within)
        return Error{ErrorCode::NotPermitted, "class"};
    return {};
}

} // namespace ourtable::report
