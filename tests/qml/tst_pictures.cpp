// Icons and shadows as the image providers draw them.
#include <QDir>
#include <QTest>

#include "qml/pictures/iconprovider.h"
#include "qml/pictures/shadowprovider.h"

using ourtable::IconProvider;
using ourtable::ShadowProvider;

class PicturesTest : public QObject {
    Q_OBJECT
private slots:
    void everyIconIsDrawnInItsColour();
    void iconsHaveTheSizeThatIsAsked();
    void whatIsNoIconIsAnEmptyPicture_data();
    void whatIsNoIconIsAnEmptyPicture();
    void shadowsFadeOutwards();
};

namespace {

QImage icon(const QString &request, const QSize &size)
{
    QSize given;
    return IconProvider().requestImage(request, &given, size);
}

int inked(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 0;
    return count;
}

} // namespace

void PicturesTest::everyIconIsDrawnInItsColour()
{
    const QStringList names = QDir(QStringLiteral(":/ourtable/icons")).entryList();
    QVERIFY(names.size() > 70);
    for (const QString &name : names) {
        const QImage image = icon(name.chopped(4) + QStringLiteral("/ff0000/175"), {48, 48});
        QVERIFY2(inked(image) > 30, qPrintable(name));
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 48; ++x) {
                const QRgb pixel = image.pixel(x, y);
                QVERIFY2(qAlpha(pixel) < 255 || qRed(pixel) == 255, qPrintable(name));
                QVERIFY2(qGreen(pixel) == 0 && qBlue(pixel) == 0, qPrintable(name));
            }
        }
    }
}

void PicturesTest::iconsHaveTheSizeThatIsAsked()
{
    QCOMPARE(icon(QStringLiteral("tick/000000/175"), {36, 36}).size(), QSize(36, 36));
    QCOMPARE(icon(QStringLiteral("tick/000000/175"), {}).size(), QSize(24, 24));
    QVERIFY(inked(icon(QStringLiteral("tick/000000/300"), {48, 48})) > inked(icon(QStringLiteral("tick/000000/100"), {48, 48})));
}

void PicturesTest::whatIsNoIconIsAnEmptyPicture_data()
{
    QTest::addColumn<QString>("request");
    QTest::newRow("unknown") << QStringLiteral("nothing/000000/175");
    QTest::newRow("too short") << QStringLiteral("tick/000000");
    QTest::newRow("a way out") << QStringLiteral("../icons/tick/000000/175");
    QTest::newRow("empty") << QString();
}

void PicturesTest::whatIsNoIconIsAnEmptyPicture()
{
    QFETCH(QString, request);
    QCOMPARE(inked(icon(request, {24, 24})), 0);
}

void PicturesTest::shadowsFadeOutwards()
{
    for (const QString &level : {QStringLiteral("1"), QStringLiteral("2")}) {
        const QImage image = ShadowProvider().requestImage(level, nullptr, {});
        const int middle = image.width() / 2;
        int last = 0;
        for (int y = 0; y <= middle; ++y) {
            QVERIFY(qAlpha(image.pixel(middle, y)) >= last);
            last = qAlpha(image.pixel(middle, y));
        }
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
        QVERIFY(last > 20);
    }
}

QTEST_MAIN(PicturesTest)
#include "tst_pictures.moc"
