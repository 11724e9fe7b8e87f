// The words of the screens in a language, or in English with its plurals ("1 thing", "2 things").
#pragma once

#include <QString>
#include <QTranslator>

namespace ourtable {

// Installed in the application while it lives; one at a time. GUI thread.
class Translation {
public:
    // "en_GB". What is shown already changes with QQmlEngine::retranslate(). False, and all as it was, for a language that
    // there is no translation for.
    bool use(const QString &language);

private:
    QTranslator m_words;
};

} // namespace ourtable
