#include "tests/support/pdfreading.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <cmath>

namespace ourtable::test {
namespace {

constexpr int kPatience = 60'000; // milliseconds; a machine under load

double luminanceOf(int grey)
{
    const double part = grey / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

} // namespace

PdfReading::PdfReading(ByteView pdf) : m_path(m_folder.filePath(QStringLiteral("paper.pdf")))
{
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char *>(pdf.data()), static_cast<qint64>(pdf.size())) < 0)
        qFatal("no room for a PDF");
}

PdfReading::PdfReading(const QString &path) : m_path(path) {}

QByteArray PdfReading::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    if (!process.waitForFinished(kPatience) || process.exitCode() != 0)
        qFatal("%s did not work: is poppler-utils installed?", qPrintable(program));
    return process.readAllStandardOutput();
}

int PdfReading::pages() const
{
    for (const QByteArray &line : run(QStringLiteral("pdfinfo"), {m_path}).split('\n')) {
        if (line.startsWith("Pages:"))
            return line.mid(6).trimmed().toInt();
    }
    return 0;
}

QString PdfReading::words() const
{
    return QString::fromUtf8(run(QStringLiteral("pdftotext"), {QStringLiteral("-enc"), QStringLiteral("UTF-8"), m_path, QStringLiteral("-")})).simplified();
}

QString PdfReading::attachedWords() const
{
    const QString out = m_folder.filePath(QStringLiteral("attached"));
    (void)run(QStringLiteral("pdfdetach"), {QStringLiteral("-save"), QStringLiteral("1"), QStringLiteral("-o"), out, m_path});
    QFile file(out);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<QImage> PdfReading::pictures(int dotsPerInch) const
{
    const QString start = m_folder.filePath(QStringLiteral("page"));
    (void)run(QStringLiteral("pdftoppm"), {QStringLiteral("-png"), QStringLiteral("-r"), QString::number(dotsPerInch), m_path, start});
    QList<QImage> pictures;
    for (const QString &name : QDir(m_folder.path()).entryList({QStringLiteral("page*.png")}, QDir::Files, QDir::Name))
        pictures.append(QImage(m_folder.filePath(name)));
    return pictures;
}

void PdfReading::keepToLookAt(const QString &name) const
{
    const QString folder = qEnvironmentVariable("OURTABLE_LOOK");
    if (folder.isEmpty())
        return;
    (void)QDir().mkpath(folder);
    int number = 0;
    for (const QImage &picture : pictures(96))
        (void)picture.save(QStringLiteral("%1/%2-%3.png").arg(folder, name).arg(++number));
}

QRect inkOf(const QImage &page)
{
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    QRect ink;
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *const line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            if (line[x] < 250)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

double contrastOfInk(const QImage &page, const QRect &within)
{
    const QImage grey = page.copy(within).convertToFormat(QImage::Format_Grayscale8);
    int darkest = 255;
    for (int y = 0; y < grey.height(); ++y)
        darkest = std::min<int>(darkest, *std::min_element(grey.constScanLine(y), grey.constScanLine(y) + grey.width()));
    return 1.05 / (luminanceOf(darkest) + 0.05);
}

} // namespace ourtable::test
