// What makes a file to print of a paper. Platform has the real one.
#pragma once

#include "core/report/paper.h"
#include "core/support/bytes.h"

namespace ourtable::report {

class PaperPress {
public:
    virtual ~PaperPress() = default;

    // How many pages it takes; its own limit is not asked. Errors as of pdfOf() otherwise.
    [[nodiscard]] virtual Result<std::size_t> pagesOf(const Paper &paper) = 0;
    // The file, whole, in memory, with plainTextOf() in it as an attachment: complex letters can't be read back from what is
    // drawn. NotPermitted (class) when something on it is stricter than the paper; TooLarge when it takes more pages than it may (pages)
    // or one card or row is higher than a page (block); Internal when nothing can be drawn. Any thread, one at a time.
    [[nodiscard]] virtual Result<Bytes> pdfOf(const Paper &paper) = 0;
};

} // namespace ourtable::report
