// What the words of all papers share. Internal to paperwords.
#pragma once

#include <QCoreApplication>

#include "core/report/paper.h"
#include "core/usecases/papers.h"

namespace ourtable::paperwords {

// Words of papers are looked up as those of "Papers".
struct Papers {
    static QString tr(const char *words, const char *comment = nullptr, int count = -1)
    {
        return QCoreApplication::translate("Papers", words, comment, count);
    }
};

// Puts blocks on a paper, each with the class of what it shows.
class PaperBlocks {
public:
    PaperBlocks(report::Paper &paper, const catalogue::Catalogue &catalogue) : m_paper(paper), m_catalogue(catalogue) {}

    template <class Content>
    void add(Content content)
    {
        m_paper.blocks.push_back({std::move(content), catalogue::Sensitivity::Open});
    }
    template <class Content>
    void add(Content content, catalogue::KindNumber kind, std::initializer_list<catalogue::FieldNumber> fields)
    {
        m_paper.blocks.push_back({std::move(content), usecases::strictestOf(m_catalogue, kind, fields)});
    }
    void heading(const QString &text) { add(report::Heading{text.toStdString(), false}); }
    void quiet(const QString &text) { add(report::Paragraph{text.toStdString(), report::Paragraph::Voice::Quiet}); }

private:
    report::Paper &m_paper;
    const catalogue::Catalogue &m_catalogue;
};

// A paper of this class with its footer, and nothing on it.
[[nodiscard]] report::Paper emptyPaper(const QString &title, catalogue::Sensitivity sensitivity, const QString &today);
// "Breakfast at The Copper Kettle", and under it the day and the hours.
[[nodiscard]] std::string placeAndDay(const store::RecordView &meeting, const catalogue::Catalogue &catalogue);
// What the catalogue calls the state of a record.
[[nodiscard]] std::string standingOf(const store::RecordView &record, const catalogue::Catalogue &catalogue);

} // namespace ourtable::paperwords
