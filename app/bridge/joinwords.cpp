#include "app/bridge/joinwords.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace ourtable::joinwords {
namespace {

QString fileIn(const QString &folder) { return folder + QStringLiteral("/joining.json"); }

QJsonObject read(const QString &folder)
{
    QFile file(fileIn(folder));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void write(const QString &folder, const QJsonObject &words)
{
    QSaveFile file(fileIn(folder));
    if (!file.open(QIODevice::WriteOnly))
        return; // a device that can't keep them shows them until the app ends
    file.write(QJsonDocument(words).toJson(QJsonDocument::Compact));
    file.commit();
}

} // namespace

void keep(const QString &folder, const QString &key, const QString &words)
{
    QJsonObject all = read(folder);
    all[key] = words;
    write(folder, all);
}

QString of(const QString &folder, const QString &key) { return read(folder)[key].toString(); }

void forget(const QString &folder, const QString &key)
{
    QJsonObject all = read(folder);
    if (!all.contains(key))
        return;
    all.remove(key);
    write(folder, all);
}

} // namespace ourtable::joinwords
