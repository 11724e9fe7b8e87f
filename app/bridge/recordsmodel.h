// The records of one kind as a list: all of them, those that are in some state, those that hold the words typed, or those that
// were removed.
#pragma once

#include "app/bridge/recordlistmodel.h"

namespace ourtable {

class RecordsModel : public ourtable::RecordListModel { // in full: the type registrar of Qt 6.4 finds no other base
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY kindChanged)      // by name
    Q_PROPERTY(QString kindLabel READ kindLabel NOTIFY kindChanged)
    Q_PROPERTY(QString kindLabelPlural READ kindLabelPlural NOTIFY kindChanged)
    Q_PROPERTY(QVariantList states READ states NOTIFY kindChanged)           // { code, text } to filter by
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged)  // as they are typed
    Q_PROPERTY(QString stateFilter READ stateFilter WRITE setStateFilter NOTIFY stateFilterChanged) // a code; empty: any
    Q_PROPERTY(bool newestFirst READ newestFirst WRITE setNewestFirst NOTIFY newestFirstChanged)    // instead of by title
    Q_PROPERTY(bool writingNew READ writingNew NOTIFY writingNewChanged) // this person began a new one and did not save it
    Q_PROPERTY(bool removed READ removed WRITE setRemoved NOTIFY removedChanged) // only those that were removed

public:
    enum RecordRole { TitleRole = FirstOwnRole, DetailRole, StateWordsRole, ToneRole, GroupRole, TwoVersionsRole, WritingRole };

    explicit RecordsModel(QObject *parent = nullptr);

    [[nodiscard]] QString kind() const { return m_kind; }
    void setKind(const QString &kind);
    [[nodiscard]] QString kindLabel() const;
    [[nodiscard]] QString kindLabelPlural() const;
    [[nodiscard]] QVariantList states() const;
    [[nodiscard]] QString words() const { return m_words; }
    void setWords(const QString &words);
    [[nodiscard]] QString stateFilter() const { return m_stateFilter; }
    void setStateFilter(const QString &state);
    [[nodiscard]] bool newestFirst() const { return m_newestFirst; }
    void setNewestFirst(bool newestFirst);
    [[nodiscard]] bool writingNew() const { return m_writingNew; }
    [[nodiscard]] bool removed() const { return m_removed; }
    void setRemoved(bool removed);
    // The heading that a row stands under; empty until it was read, and for lists without headings.
    Q_INVOKABLE [[nodiscard]] QString groupAt(int row) const;

signals:
    void kindChanged();
    void wordsChanged();
    void stateFilterChanged();
    void newestFirstChanged();
    void removedChanged();
    void writingNewChanged();

protected:
    [[nodiscard]] std::optional<Wanted> wanted() const override;
    [[nodiscard]] QHash<int, QByteArray> ownRoles() const override;

private:
    [[nodiscard]] const catalogue::Kind *known() const;
    void lookForDraft();

    QString m_kind;
    QString m_words;
    QString m_stateFilter;
    bool m_newestFirst = false;
    bool m_removed = false;
    bool m_writingNew = false;
};

} // namespace ourtable
