// Promises as a list in groups, or as a table in an order of its own: narrowed by who, team, breakfast and how they stand; those
// that people decided against or let go are folded away at first (ux.md 7.10).
#pragma once

#include "app/bridge/recordsmodel.h"
#include "core/usecases/promiseorder.h"

namespace ourtable {

class PromisesModel : public ourtable::RecordsModel { // in full: the type registrar of Qt 6.4 finds no other base
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString who READ who WRITE setWho NOTIFY narrowed)             // key of a person or an organisation; empty: anyone
    Q_PROPERTY(QString myKey READ myKey NOTIFY sessionChanged)                // of whoever is signed in, for `who`
    Q_PROPERTY(bool onlyUnnamed READ onlyUnnamed WRITE setOnlyUnnamed NOTIFY narrowed)
    Q_PROPERTY(QString team READ team WRITE setTeam NOTIFY narrowed)          // key of a workstream
    Q_PROPERTY(QString breakfast READ breakfast WRITE setBreakfast NOTIFY narrowed) // key of a gathering
    Q_PROPERTY(QString standing READ standing WRITE setStanding NOTIFY narrowed) // a code of standings; empty: any
    Q_PROPERTY(QVariantList standings READ standings NOTIFY kindChanged)      // { code, text }: states with one name are one
    Q_PROPERTY(bool folded READ folded WRITE setFolded NOTIFY narrowed)
    Q_PROPERTY(int foldedCount READ foldedCount NOTIFY foldedCountChanged)    // how many are left out, or would be
    Q_PROPERTY(bool narrow READ isNarrow NOTIFY narrowed)                     // some filter is on
    Q_PROPERTY(QString sortedBy READ sortedBy NOTIFY sortingChanged)          // a role; empty: in groups
    Q_PROPERTY(bool descending READ descending NOTIFY sortingChanged)

public:
    enum PromiseRole { WhoRole = WritingRole + 1, DueRole, BreakfastRole, TeamRole };

    explicit PromisesModel(QObject *parent = nullptr);

    [[nodiscard]] QString who() const { return m_who; }
    void setWho(const QString &key) { put(m_who, key); }
    [[nodiscard]] bool onlyUnnamed() const { return m_onlyUnnamed; }
    void setOnlyUnnamed(bool only) { put(m_onlyUnnamed, only); }
    [[nodiscard]] QString team() const { return m_team; }
    void setTeam(const QString &key) { put(m_team, key); }
    [[nodiscard]] QString breakfast() const { return m_breakfast; }
    void setBreakfast(const QString &key) { put(m_breakfast, key); }
    [[nodiscard]] QString standing() const { return m_standing; }
    void setStanding(const QString &code) { put(m_standing, code); }
    [[nodiscard]] QVariantList standings() const;
    [[nodiscard]] bool folded() const { return m_folded; }
    void setFolded(bool folded) { put(m_folded, folded); }
    [[nodiscard]] int foldedCount() const { return m_foldedCount; }
    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] QString sortedBy() const { return m_sortedBy; }
    [[nodiscard]] bool descending() const { return m_descending; }
    // By a role's name: "title", "who", "due", "breakfast", "team", "stateWords".
    Q_INVOKABLE void sortBy(const QString &role, bool descending);
    [[nodiscard]] QString myKey() const;
    // Asks those who promised, with an update on each. Ends with asked().
    Q_INVOKABLE void askAbout(const QStringList &keys);

signals:
    void narrowed();
    void sortingChanged();
    void foldedCountChanged();
    void asked(const QString &words); // how many were asked, or why it did not work

protected:
    [[nodiscard]] std::optional<Wanted> wanted() const override;
    [[nodiscard]] QHash<int, QByteArray> ownRoles() const override;

private:
    template <class T>
    void put(T &held, const T &value)
    {
        if (held == value)
            return;
        held = value;
        emit narrowed();
        RecordListModel::ask();
        countFolded();
    }
    [[nodiscard]] usecases::PromiseQuestion question() const;
    void countFolded();

    QString m_who, m_team, m_breakfast, m_standing, m_sortedBy;
    bool m_onlyUnnamed = false;
    bool m_folded = true;
    bool m_descending = false;
    int m_foldedCount = 0;
};

} // namespace ourtable
