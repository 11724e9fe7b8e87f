// All notes of the programme, newest first, or those that a search finds: the shortest list that the screens' own base can make.
#pragma once

#include "app/bridge/recordlistmodel.h"

namespace ourtable::bench {

class NotesList : public RecordListModel {
    Q_OBJECT

public:
    enum OwnRole { TextRole = FirstOwnRole, AboutRole };

    // Empty: all notes. Several letters that come in one turn of the event loop are one question.
    void search(const QString &typed);

protected:
    [[nodiscard]] std::optional<Wanted> wanted() const override;
    [[nodiscard]] QHash<int, QByteArray> ownRoles() const override;

private:
    std::string m_typed;
};

} // namespace ourtable::bench
