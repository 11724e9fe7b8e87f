// Letters, colours and room of a sheet. Lengths are in dots of the page.
#pragma once

#include <QColor>
#include <QFont>

#include "core/report/paper.h"

namespace ourtable::printing {

inline constexpr int kDotsPerInch = 600;
[[nodiscard]] constexpr double millimetres(double length) { return length * kDotsPerInch / 25.4; }
[[nodiscard]] constexpr double points(double size) { return size * kDotsPerInch / 72; }

// As light as the screens' light theme; every ink keeps 4.5 to 1 on white, in grey too.
struct PaperInks {
    QColor text, muted, primary, accent, hairline;
    QColor done, started, notYet, cannot;
};

enum class Letter { Title, Subtitle, Heading, MinorHeading, Body, Lead, Quiet, Footer, CardTitle, CardLine, Status, TableHead };

class PaperStyle {
public:
    explicit PaperStyle(const report::Paper &paper);

    [[nodiscard]] const PaperInks &inks() const { return m_inks; }
    [[nodiscard]] QColor inkOf(report::Sign sign) const;
    [[nodiscard]] QFont font(Letter letter) const;
    [[nodiscard]] QFont fontOfSize(double size, QFont::Weight weight) const; // in points
    // A length in millimetres that grows with the letters of a poster.
    [[nodiscard]] double room(double length) const { return millimetres(length * m_growth); }
    [[nodiscard]] double lineHeight(Letter letter) const; // times the letters' own

private:
    PaperInks m_inks;
    report::Paper::Letters m_letters;
    double m_growth = 1;
};

} // namespace ourtable::printing
