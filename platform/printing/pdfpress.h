// Papers as PDF files, in the letters of the screens. Needs a QGuiApplication, for its fonts; opens no window.
#pragma once

#include "core/report/paperpress.h"

namespace ourtable::printing {

class PdfPress final : public report::PaperPress {
public:
    [[nodiscard]] Result<std::size_t> pagesOf(const report::Paper &paper) override;
    [[nodiscard]] Result<Bytes> pdfOf(const report::Paper &paper) override;
};

} // namespace ourtable::printing
