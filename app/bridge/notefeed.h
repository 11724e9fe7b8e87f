// What was said at one table of a breakfast, the newest first, and what was promised at it, whichever the table.
#pragma once

#include "app/bridge/recordlistmodel.h"

namespace ourtable {

class NoteFeed : public ourtable::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString breakfast READ breakfast WRITE setBreakfast NOTIFY changed) // key
    Q_PROPERTY(int table READ table WRITE setTable NOTIFY changed)
    // The row that comes first whatever the clocks of other devices say: what was saved here last. Empty none.
    Q_PROPERTY(QString newest READ newest WRITE setNewest NOTIFY changed)
    Q_PROPERTY(int most READ most WRITE setMost NOTIFY changed)                    // rows; 0 all of them

public:
    enum Role {
        TextRole = FirstOwnRole,
        PromiseRole,
        KindRole,       // code; empty when nobody has sorted it
        KindWordsRole,
        ThemesRole,     // in words
        TimeRole,
        VoiceRole,      // in words; empty when not recorded
        PromiserRole,   // who promised, in words
        DueRole,        // "2 July"
        SharedRole,     // by the hub's receipt
        TakenBackRole,  // only its place is left
        EchoesRole,     // how many others said so
        HarvestRole,    // one of the things that the table takes with it
    };

    explicit NoteFeed(QObject *parent = nullptr);

    [[nodiscard]] QString breakfast() const { return m_breakfast; }
    void setBreakfast(const QString &key);
    [[nodiscard]] int table() const { return m_table; }
    void setTable(int table);
    [[nodiscard]] QString newest() const { return m_newest; }
    void setNewest(const QString &key);
    [[nodiscard]] int most() const { return m_most; }
    void setMost(int most);

signals:
    void changed();

protected:
    [[nodiscard]] std::optional<Wanted> wanted() const override;
    [[nodiscard]] QHash<int, QByteArray> ownRoles() const override;

private:
    void watchSharing();

    QString m_breakfast;
    QString m_newest;
    int m_table = 0;
    int m_most = 0;
    int m_toShare = 0; // when the rows were read
};

} // namespace ourtable
