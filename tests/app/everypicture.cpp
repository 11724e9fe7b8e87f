// Saves a picture of every page in every look, for us to hold beside the design: everypicture --help.
#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUrl>

#include <cstdio>

#include "tests/app/look.h"

using namespace ourtable::test;

namespace {

// What the drawings of the design call a page, where it is not the page's own name.
QString drawingsOf(const QString &page)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("sharing"), QStringLiteral("sync")},
        {QStringLiteral("versions"), QStringLiteral("conflict")},
        {QStringLiteral("partners"), QStringLiteral("board|table")},
        {QStringLiteral("promises"), QStringLiteral("board|table")},
    };
    return names.value(page, page);
}

QString figure(const QString &source, const QString &words)
{
    return QStringLiteral("<figure><a href=\"%1\"><img loading=lazy src=\"%1\"></a><figcaption>%2</figcaption></figure>\n").arg(source, words);
}

class Album {
public:
    Album(const QString &folder, const QString &drawings) : m_folder(folder), m_drawings(drawings) {}

    bool keep(const QString &page, const Look &look, const QImage &picture)
    {
        const QString file = page + u'-' + look.name + QStringLiteral(".png");
        if (!m_order.contains(page))
            m_order.append(page);
        m_figures[page] += figure(file, look.name);
        return picture.save(m_folder.filePath(file));
    }
    bool writeIndex()
    {
        QString html = QStringLiteral("<!doctype html><meta charset=utf-8><title>Our Table: every page</title>\n<style>body{font:15px sans-serif;margin:2em}"
                                      "section{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}figure{margin:0}img{height:420px;border:1px solid #999}"
                                      "figcaption{color:#555}.drawn{background:#eee;padding:8px}</style>\n");
        for (const QString &page : m_order)
            html += QStringLiteral("<h2>%1</h2>\n<section>%2%3</section>\n").arg(page, drawn(page), m_figures[page]);
        QSaveFile file(m_folder.filePath(QStringLiteral("index.html")));
        return file.open(QIODevice::WriteOnly) && file.write(html.toUtf8()) > 0 && file.commit();
    }

private:
    QString drawn(const QString &page) const
    {
        if (m_drawings.isEmpty())
            return {};
        QString figures;
        const QDir folder(m_drawings);
        const QRegularExpression fits(QStringLiteral("^\\d+-(%1)-").arg(drawingsOf(page.section(u'-', 0, 0))));
        const QStringList files = folder.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
        for (const QString &file : files) {
            if (fits.match(file).hasMatch())
                figures += figure(QUrl::fromLocalFile(folder.absoluteFilePath(file)).toString(), QStringLiteral("drawn: ") + file);
        }
        return figures.isEmpty() ? QString() : QStringLiteral("<div class=drawn>%1</div>\n").arg(figures);
    }

    QDir m_folder;
    QString m_drawings;
    QStringList m_order;
    QHash<QString, QString> m_figures;
};

// The pages of before signing in are few and first; a pattern leaves out the rest.
template <class List, class Name>
void leaveOut(List &list, const QRegularExpression &pattern, Name name)
{
    list.removeIf([&](const auto &each) { return !pattern.match(name(each)).hasMatch(); });
}

int save(const QString &into, const QString &drawings, const QRegularExpression &pagesWanted, const QRegularExpression &looksWanted)
{
    DemoProgramme demo;
    if (!QDir().mkpath(into) || !demo.make()) {
        std::fprintf(stderr, "%s\n", demo.failure().c_str());
        return 1;
    }
    QList<PageCase> pages = everyPage(demo);
    QList<Look> looks = everyLook();
    leaveOut(pages, pagesWanted, [](const PageCase &page) { return page.name; });
    leaveOut(looks, looksWanted, [](const Look &look) { return look.name; });
    Album album(into, drawings);
    bool good = true;
    for (const Look &look : looks) {
        std::printf("%s\n", qPrintable(look.name));
        std::fflush(stdout);
        photograph(demo, look, pages, [&](const PageCase &page, const QImage &picture) { good = album.keep(page.name, look, picture) && good; });
        if (look.person)
            continue; // a new device is nobody's
        photographNewDevice(demo, look, [&](const QString &page, const QImage &picture) {
            if (pagesWanted.match(page).hasMatch())
                good = album.keep(page, look, picture) && good;
        });
    }
    return album.writeIndex() && good ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A picture of every page in every look, and an index.html to look at them."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where the pictures go."));
    const QCommandLineOption beside(QStringLiteral("beside"), QStringLiteral("Drawings of the design to show with them."), QStringLiteral("folder"));
    const QCommandLineOption pages(QStringLiteral("pages"), QStringLiteral("Only pages whose name fits."), QStringLiteral("pattern"));
    const QCommandLineOption looks(QStringLiteral("looks"), QStringLiteral("Only looks whose name fits, as tablet-light-100."), QStringLiteral("pattern"));
    parser.addOptions({beside, pages, looks});
    parser.process(application);
    if (parser.positionalArguments().size() != 1) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }
    return save(parser.positionalArguments().constFirst(), parser.value(beside), QRegularExpression(parser.value(pages)), QRegularExpression(parser.value(looks)));
}
