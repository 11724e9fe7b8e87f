#include "app/bridge/closing.h"

#include <QRegularExpression>

#include "app/bridge/notedraft.h"

namespace ourtable {
namespace {

constexpr int kLongestQuote = 120; // letters

QString quoted(const QString &text)
{
    const QString one = text.simplified();
    return one.size() <= kLongestQuote ? Closing::tr("“%1”").arg(one) : Closing::tr("“%1…”").arg(one.left(kLongestQuote).trimmed());
}

// The words themselves of a note; of a form what it is about.
QString nameOf(usecases::Workspace &workspace, const std::string &form)
{
    const QStringList parts = QString::fromStdString(form).split(QRegularExpression(QStringLiteral("[/:]")));
    const Result<Value> draft = workspace.draft(form);
    if (draft && draft->text())
        return quoted(QString::fromStdString(*draft->text()));
    if (draft && parts.first() == QStringLiteral("capture")) {
        const QString text = NoteDraft::Content::fromValue(*draft).text;
        return text.trimmed().isEmpty() ? Closing::tr("What you chose for a note") : quoted(text);
    }
    const catalogue::Kind *const kind = parts.size() > 1 ? workspace.catalogue().kind(parts[1].toStdString()) : nullptr;
    return kind ? Closing::tr("What you wrote in “%1”").arg(QString::fromStdString(kind->label)) : Closing::tr("What you wrote last");
}

} // namespace

Closing::Unkept Closing::tryAgain(Desk &desk)
{
    Unkept unkept;
    if (!desk.profile)
        return unkept;
    desk.profile->log().keepUnkeptDrafts();
    unkept.any = desk.profile->wordsNotKept().has_value();
    if (!desk.workspace)
        return unkept;
    for (const std::string &form : desk.workspace->unkeptDrafts())
        unkept.words.append(nameOf(*desk.workspace, form));
    return unkept;
}

bool Closing::mayGo()
{
    if (m_may || m_trying)
        return m_may;
    m_trying = true;
    emit m_session->aboutToLock();
    m_session->storage().ask(
        this, [](Desk &desk) -> Result<Unkept> { return tryAgain(desk); },
        [this](const Result<Unkept> &unkept) {
            m_trying = false;
            m_may = !unkept->any;
            m_words = unkept->words;
            emit wordsChanged();
            emit(m_may ? kept() : asks());
        });
    return false;
}

} // namespace ourtable
