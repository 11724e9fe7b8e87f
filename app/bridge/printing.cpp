#include "app/bridge/printing.h"

#include <QDir>
#include <QFileInfo>

#include "app/bridge/printoffer.h"
#include "core/support/files.h"

namespace ourtable {

Printing::Printing(QObject *parent) : QObject(parent) { showPapers(); }

void Printing::setHeld(bool held)
{
    if (m_held == held)
        return;
    m_held = held;
    showPapers();
    emit heldChanged();
}

void Printing::showPapers()
{
    QList<RowsModel::Row> rows;
    const auto add = [&rows](const char *key, const char *sign, const QString &text, const QString &detail) {
        RowsModel::Row &row = rows.emplace_back();
        row.key = QLatin1String(key);
        row.sign = QLatin1String(sign);
        row.text = text;
        row.detail = detail;
    };
    if (m_held) {
        add("notes", "layers", tr("Notes of the breakfast"), tr("Two sides at most, without names"));
    } else {
        add("tableCards", "table", tr("Table cards"), tr("A page for each table: number, topic, host"));
        add("signIn", "edit", tr("Sign-in sheet"), tr("Big rows for a first name, or nothing"));
        add("prompts", "speech-you", tr("Question and rules"), tr("In large letters, to hang up or read aloud"));
    }
    m_papers.show(rows);
}

void Printing::make(const QString &paper, bool large, bool colour)
{
    if (m_busy)
        return;
    PrintOffer *const offer = PrintOffer::of(*m_session);
    if (!offer)
        return show(tr("This device can’t make files to print."), {}, {});
    m_busy = true;
    show({}, {}, {});
    PrintWish wish{paper, RecordId::fromHexText(m_meeting.toStdString()), m_session->today()};
    wish.size = large ? report::Paper::Size::A3 : report::Paper::Size::A4;
    wish.colour = colour;
    m_session->storage().askWorkspace(
        this, [&press = offer->press(), wish, folder = offer->folder()](usecases::Workspace &workspace) { return printTo(workspace, press, wish, folder); },
        [this](const Result<PrintedFile> &file) { made(file); });
}

void Printing::made(const Result<PrintedFile> &file)
{
    m_busy = false;
    if (!file)
        return show(problemOf(file.error()), {}, {});
    m_path = file->path;
    m_session->tellTouched({file->record});
    const QFileInfo place(m_path);
    const PrintOffer *const offer = PrintOffer::of(*m_session);
    const QString outcome = offer && offer->open(m_path) ? tr("Saved as %1 and opened.") : tr("Saved as %1. Nothing here can show it.");
    show({}, outcome.arg(place.fileName()),
         tr("It is in the folder %1. Anyone who opens this device can read it. Remove it when it is printed.").arg(QDir::toNativeSeparators(place.absolutePath())));
}

void Printing::deleteFile()
{
    if (m_busy || m_path.isEmpty())
        return;
    m_busy = true;
    emit changed();
    m_session->storage().ask(
        this, [path = m_path.toStdString()](Desk &) { return files::removeCopy(path); }, [this](const Result<void> &done) { deleted(done); });
}

void Printing::deleted(const Result<void> &done)
{
    m_busy = false;
    if (!done)
        return show(tr("The file is still there. Remove it in its folder."), m_outcome, m_next);
    m_path.clear();
    show({}, tr("The file is gone."), tr("What was printed on paper stays."));
}

void Printing::forget()
{
    m_path.clear();
    show({}, {}, {});
}

QString Printing::problemOf(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::StorageFull: return tr("This device is full. Nothing was saved. Make some room, then try again.");
    case ErrorCode::StorageFailed: return tr("Nothing can be written in that folder. Nothing was saved.");
    case ErrorCode::TooLarge: return tr("That is more than fits on the page. Nothing was saved.");
    default: return m_session->textOf(error);
    }
}

void Printing::show(const QString &problem, const QString &outcome, const QString &next)
{
    m_problem = problem;
    m_outcome = outcome;
    m_next = next;
    emit changed();
}

} // namespace ourtable
