// What goes on a sheet of paper, as a plain value: title, class, day, blocks of plain text. No fonts, no colours, no layout;
// those are the press's (paperpress.h). All texts are UTF-8 and shown letter for letter, never as markup.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "core/catalogue/schema.h"
#include "core/support/result.h"

namespace ourtable::report {

// How it stands, said by a sign beside the word that the paper gives: never by colour alone.
enum class Sign { None, Done, Started, NotYet, Cannot };

struct Heading {
    std::string text;
    bool minor = false; // within what another one leads
};
struct Paragraph {
    enum class Voice { Plain, Lead, Quiet }; // Lead: larger, for a question; Quiet: what is about the paper itself
    std::string text;
    Voice voice = Voice::Plain;
};
struct List { // a dot before each
    std::vector<std::string> items;
};
struct Table {
    std::vector<std::string> head; // empty: none
    std::vector<std::vector<std::string>> rows;
    std::vector<int> widths;       // of the columns, in parts of the whole; one for each
    int leastHeight = 0;           // of a row, in millimetres: room for a pen
};
struct Card {
    std::string mark;               // a number or a few letters before the rest; may be empty
    std::string title;
    std::vector<std::string> lines; // below it
    std::string status;             // "Done"; empty: none
    Sign sign = Sign::None;
    std::string aside;              // beside the status, smaller: a day
    bool fillsPage = false;         // alone on a page, as large as it goes; else there are two columns of them
};
struct Rule {};
struct PageBreak {};

struct Block {
    std::variant<Heading, Paragraph, List, Table, Card, Rule, PageBreak> content;
    catalogue::Sensitivity sensitivity = catalogue::Sensitivity::Open; // of the strictest words in it
};

struct Paper {
    enum class Size { A4, A3 };
    enum class Letters { Usual, Large, Poster }; // 11, 26 and 12 points for what is read; a poster grows with its paper
    std::string title;
    std::string subtitle;          // below it; may be empty
    catalogue::Sensitivity sensitivity = catalogue::Sensitivity::Members; // Open or Members; nothing stricter is printed
    std::string footer;            // class and day in words: "Members only - 12 November 2026"
    std::string pageWords;         // "page %1 of %2"; empty: pages have no number
    Size size = Size::A4;
    bool landscape = false;
    bool colour = true;            // else black on white
    Letters letters = Letters::Usual;
    std::size_t mostPages = 0;     // 0 = any number
    std::vector<Block> blocks;
};

// The same words in the same order with nothing but line breaks, for a reader that can't see the page.
[[nodiscard]] std::string plainTextOf(const Paper &paper);

// Whether nothing on it is stricter than the paper itself, and the paper may be printed at all: only what is open or the
// members' may. NotPermitted (detail: "class").
[[nodiscard]] Result<void> checkClass(const Paper &paper);

} // namespace ourtable::report
