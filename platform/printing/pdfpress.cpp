#include "platform/printing/pdfpress.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include "platform/printing/paperflow.h"

namespace ourtable::printing {
namespace {

QSizeF sheetOf(const report::Paper &paper)
{
    const QPageSize size(paper.size == report::Paper::Size::A3 ? QPageSize::A3 : QPageSize::A4);
    const QSizeF dots = size.sizePixels(kDotsPerInch);
    return paper.landscape ? dots.transposed() : dots;
}

bool drawInto(QPdfWriter &writer, const PaperFlow &flow)
{
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    bool first = true;
    for (const DrawnPage &page : flow.pages()) {
        if (!std::exchange(first, false) && !writer.newPage())
            return false;
        for (const auto &each : page)
            each(painter);
    }
    return painter.end();
}

} // namespace

Result<std::size_t> PdfPress::pagesOf(const report::Paper &paper)
{
    OURTABLE_TRY(report::checkClass(paper));
    const PaperFlow flow(paper, sheetOf(paper));
    if (!flow.fits())
        return Error{ErrorCode::TooLarge, "block"};
    return flow.pages().size();
}

Result<Bytes> PdfPress::pdfOf(const report::Paper &paper)
{
    OURTABLE_TRY(report::checkClass(paper));
    const PaperFlow flow(paper, sheetOf(paper));
    if (!flow.fits())
        return Error{ErrorCode::TooLarge, "block"};
    if (paper.mostPages > 0 && flow.pages().size() > paper.mostPages)
        return Error{ErrorCode::TooLarge, "pages"};
    QByteArray octets;
    QBuffer buffer(&octets);
    QPdfWriter writer(&buffer);
    if (!buffer.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Internal, "pdf"};
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(paper.size == report::Paper::Size::A3 ? QPageSize::A3 : QPageSize::A4));
    writer.setPageOrientation(paper.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    writer.setPageMargins(QMarginsF());
    writer.setTitle(QString::fromStdString(paper.title));
    writer.setCreator(QStringLiteral("Our Table"));
    writer.addFileAttachment(QStringLiteral("words.txt"), QByteArray::fromStdString(report::plainTextOf(paper)), QStringLiteral("text/plain"));
    if (!drawInto(writer, flow))
        return Error{ErrorCode::Internal, "pdf"};
    buffer.close();
    return Bytes(octets.cbegin(), octets.cend());
}

} // namespace ourtable::printing
