// Finding anything by the words that are typed: notes, promises, breakfasts, people and the rest (ux.md 6.3, Ctrl+K).
#pragma once

#include "app/bridge/recordlistmodel.h"

namespace ourtable {

class AnythingFound : public ourtable::RecordListModel { // in full: the type registrar of Qt 6.4 finds no other base
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged) // as they are typed
    Q_PROPERTY(int most READ most CONSTANT) // hits that are shown at the most; further words find the others

public:
    // page and kind: where a hit is looked at, by the name of the page (qml/shell/pages.js) and of its kind.
    enum FoundRole { TitleRole = FirstOwnRole, DetailRole, SymbolRole, PageRole, KindRole };

    using RecordListModel::RecordListModel;

    [[nodiscard]] QString words() const { return m_words; }
    void setWords(const QString &words);
    [[nodiscard]] int most() const;

signals:
    void wordsChanged();

protected:
    [[nodiscard]] std::optional<Wanted> wanted() const override;
    [[nodiscard]] QHash<int, QByteArray> ownRoles() const override;

private:
    QString m_words;
};

} // namespace ourtable
