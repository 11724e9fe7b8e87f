#include "qml/engine/translation.h"

#include <QCoreApplication>
#include <QFile>

namespace ourtable {

bool Translation::use(const QString &language)
{
    const QString file = QStringLiteral(":/ourtable/words/ourtable_%1.qm").arg(language);
    if (!QFile::exists(file) || !m_words.load(file))
        return false;
    return QCoreApplication::installTranslator(&m_words);
}

} // namespace ourtable
