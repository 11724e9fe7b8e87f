// A PDF file as others read it: its words, its pages as pictures, what is attached. By the programs of Poppler, which the test
// run installs; a test that can't run them fails.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include "core/support/bytes.h"

namespace ourtable::test {

class PdfReading {
public:
    explicit PdfReading(ByteView pdf);
    explicit PdfReading(const QString &path);

    [[nodiscard]] int pages() const;
    // As a person would copy it, line ends as spaces, each run of white space as one.
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString attachedWords() const;
    // All pages, in dots per inch.
    [[nodiscard]] QList<QImage> pictures(int dotsPerInch) const;
    // Into the folder that OURTABLE_LOOK names, for somebody to look at; nothing without it.
    void keepToLookAt(const QString &name) const;

private:
    [[nodiscard]] QByteArray run(const QString &program, const QStringList &arguments) const;
    QTemporaryDir m_folder;
    QString m_path;
};

// Where there is ink: the least rectangle with every pixel that is darker than paper.
[[nodiscard]] QRect inkOf(const QImage &page);
// How much lighter white paper is than the darkest of this picture's ink, in grey, as WCAG counts it.
[[nodiscard]] double contrastOfInk(const QImage &page, const QRect &within);

} // namespace ourtable::test
