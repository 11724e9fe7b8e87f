#include "tests/app/accepted.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFont>
#include <QPainter>
#include <QRawFont>
#include <QSaveFile>

namespace ourtable::test {
namespace {

constexpr char kMadeWith[] = "made-with.txt";
constexpr int kSmallFile = 0; // "quality" of a PNG: the longest look for the smallest file
constexpr int kFaded = 5;     // what did not change is this much paler in the difference picture

QDir acceptedFolder() { return QDir(QStringLiteral(OURTABLE_TEST_DATA "/pictures")); }

bool accepting() { return qEnvironmentVariableIsSet("OURTABLE_ACCEPT_PICTURES"); }

// Letters, curves, see-through colours and a scaled picture. Processors, settings of fonts and versions of what draws letters
// differ in a few pixels of these first.
QString probe()
{
    QImage drawn(480, 160, QImage::Format_ARGB32_Premultiplied);
    drawn.fill(Qt::white);
    {
        QPainter painter(&drawn);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        int y = 0;
        for (const int pixels : {13, 15, 18, 28}) {
            QFont font(QStringLiteral("Inter"));
            font.setPixelSize(pixels);
            font.setWeight(pixels > 15 ? QFont::DemiBold : QFont::Normal);
            painter.setFont(font);
            painter.drawText(QPointF(4.5, y += pixels + 6), QStringLiteral("Hamburgefonstiv 0123456789"));
        }
        painter.setBrush(QColor(15, 92, 85, 131));
        painter.setPen(QPen(QColor(29, 95, 214), 1.5));
        painter.drawRoundedRect(QRectF(300.5, 20.25, 120.5, 90.75), 11.5, 11.5);
        painter.setOpacity(0.37);
        painter.drawImage(QRectF(330.3, 60.6, 120.2, 80.7), drawn.copy(0, 0, 200, 100));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(drawn.constBits(), drawn.sizeInBytes()));
    return QString::fromLatin1(hash.result().left(8).toHex());
}

// Another file of the font draws other letters, whatever its version says.
QString drawnWith()
{
    const QRawFont letters = QRawFont::fromFont(QFont(QStringLiteral("Inter")));
    const QString file = QString::fromLatin1(letters.fontTable("head").mid(4, 8).toHex());
    return QStringLiteral("Qt %1, %2, letters %3, probe %4\n").arg(QString::fromLatin1(qVersion()), letters.familyName(), file, probe());
}

QString madeWith()
{
    QFile file(acceptedFolder().filePath(QLatin1String(kMadeWith)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// What differs in red on a pale picture of the rest.
QImage difference(const QImage &was, const QImage &is, QRect &where, int &count)
{
    QImage shown(is.size(), QImage::Format_RGB32);
    for (int y = 0; y < is.height(); ++y) {
        for (int x = 0; x < is.width(); ++x) {
            const bool same = was.valid(x, y) && was.pixel(x, y) == is.pixel(x, y);
            const int grey = 255 - (255 - qGray(is.pixel(x, y))) / kFaded;
            shown.setPixel(x, y, same ? qRgb(grey, grey, grey) : qRgb(220, 0, 0));
            if (same)
                continue;
            ++count;
            where |= QRect(x, y, 1, 1);
        }
    }
    return shown;
}

} // namespace

Accepted::Accepted(const QDir &different) : m_accepted(acceptedFolder()), m_different(different)
{
    if (!accepting())
        return;
    m_accepted.mkpath(QStringLiteral("."));
    QSaveFile file(m_accepted.filePath(QLatin1String(kMadeWith)));
    if (file.open(QIODevice::WriteOnly) && file.write(drawnWith().toUtf8()) > 0)
        file.commit();
}

QString Accepted::whyNot()
{
    if (accepting())
        return {};
    const QString made = madeWith();
    if (made.isEmpty())
        return QStringLiteral("no pictures are accepted yet: bash platform/linux/pictures.sh --accept");
    if (made != drawnWith())
        return QStringLiteral("the accepted pictures were drawn with %1; this is %2").arg(made.trimmed(), drawnWith().trimmed());
    return {};
}

QString Accepted::check(const QString &name, const QImage &picture)
{
    const QImage is = picture.convertToFormat(QImage::Format_RGB32);
    const QString file = m_accepted.filePath(name + QStringLiteral(".png"));
    if (accepting())
        return is.save(file, "PNG", kSmallFile) ? QString() : QStringLiteral("%1 can't be written").arg(file);
    const QImage was = QImage(file).convertToFormat(QImage::Format_RGB32);
    return was == is ? QString() : leave(name, was, is);
}

QString Accepted::leave(const QString &name, const QImage &was, const QImage &is)
{
    m_different.mkpath(QStringLiteral("."));
    QRect where;
    int count = 0;
    const QImage shown = difference(was, is, where, count);
    is.save(m_different.filePath(name + QStringLiteral("-is.png")));
    shown.save(m_different.filePath(name + QStringLiteral("-difference.png")));
    if (was.isNull())
        return QStringLiteral("%1 is not among the accepted pictures").arg(name);
    was.save(m_different.filePath(name + QStringLiteral("-was.png")));
    return QStringLiteral("%1 differs in %2 pixels, between %3,%4 and %5,%6").arg(name).arg(count).arg(where.left()).arg(where.top())
        .arg(where.right()).arg(where.bottom());
}

} // namespace ourtable::test
