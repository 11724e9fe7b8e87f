#include "platform/printing/paperstyle.h"

#include <QStringList>

namespace ourtable::printing {
namespace {

constexpr double kA3OverA4 = 1.25; // less than the paper grows: more lines rather than larger ones

PaperInks inksOf(bool colour)
{
    PaperInks inks;
    inks.text = QColor(0x1A, 0x25, 0x26);
    inks.muted = QColor(0x4F, 0x5C, 0x5B);
    inks.primary = QColor(0x0F, 0x5C, 0x57);
    inks.accent = QColor(0xF0, 0xB2, 0x3C);
    inks.hairline = QColor(0xC9, 0xC4, 0xB8);
    inks.done = QColor(0x1B, 0x73, 0x40);
    inks.started = QColor(0x1D, 0x5C, 0x9E);
    inks.notYet = QColor(0x8A, 0x52, 0x00);
    inks.cannot = inks.muted;
    if (colour)
        return inks;
    const QColor black(Qt::black);
    const QColor grey(0x50, 0x50, 0x50);
    return {black, grey, black, black, QColor(0xB0, 0xB0, 0xB0), black, black, black, black};
}

// Those of the screens (Theme), then what they lack. The signs of emoji in one ink, before a system's own in many colours:
// those are pictures, which a PDF of Qt leaves out.
QStringList paperFamilies()
{
    return {QStringLiteral("Atkinson Hyperlegible Next"), QStringLiteral("Inter"), QStringLiteral("Andika"), QStringLiteral("Noto Sans"),
            QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Emoji"), QStringLiteral("Symbola"), QStringLiteral("Noto Sans Symbols2"), QStringLiteral("Noto Sans Symbols")};
}

struct Size {
    double usual, large, poster; // points
    QFont::Weight weight;
};

Size sizeOf(Letter letter)
{
    switch (letter) {
    case Letter::Title: return {24, 40, 40, QFont::DemiBold};
    case Letter::Subtitle: return {12.5, 20, 15, QFont::Normal};
    case Letter::Heading: return {14, 22, 18, QFont::DemiBold};
    case Letter::MinorHeading: return {11.5, 26, 13, QFont::DemiBold};
    case Letter::Body: return {11, 26, 12, QFont::Normal};
    case Letter::Lead: return {13.5, 38, 15, QFont::Medium};
    case Letter::Quiet: return {10, 18, 11, QFont::Normal};
    case Letter::Footer: return {9, 12, 9.5, QFont::Normal};
    case Letter::CardTitle: return {13, 26, 13.5, QFont::DemiBold};
    case Letter::CardLine: return {11, 22, 11.5, QFont::Normal};
    case Letter::Status: return {11, 20, 11.5, QFont::DemiBold};
    case Letter::TableHead: return {10, 18, 11, QFont::DemiBold};
    }
    return {11, 26, 12, QFont::Normal};
}

} // namespace

PaperStyle::PaperStyle(const report::Paper &paper) : m_inks(inksOf(paper.colour)), m_letters(paper.letters)
{
    if (paper.letters == report::Paper::Letters::Poster && paper.size == report::Paper::Size::A3)
        m_growth = kA3OverA4;
}

QColor PaperStyle::inkOf(report::Sign sign) const
{
    switch (sign) {
    case report::Sign::Done: return m_inks.done;
    case report::Sign::Started: return m_inks.started;
    case report::Sign::NotYet: return m_inks.notYet;
    default: return m_inks.cannot;
    }
}

QFont PaperStyle::fontOfSize(double size, QFont::Weight weight) const
{
    QFont font;
    font.setFamilies(paperFamilies());
    font.setPixelSize(qRound(points(size)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont PaperStyle::font(Letter letter) const
{
    const Size size = sizeOf(letter);
    const double wanted = m_letters == report::Paper::Letters::Large ? size.large : m_letters == report::Paper::Letters::Poster ? size.poster : size.usual;
    return fontOfSize(wanted * m_growth, size.weight);
}

double PaperStyle::lineHeight(Letter letter) const
{
    return letter == Letter::Title || letter == Letter::Heading || letter == Letter::CardTitle ? 1.0 : 1.12;
}

} // namespace ourtable::printing
