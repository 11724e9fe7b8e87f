// What a form reads of its record on the storage thread, in one go.
#pragma once

#include <QHash>
#include <QVariant>

#include <map>

#include "core/usecases/recordoffers.h"

namespace ourtable {

struct FormReading {
    struct Held {
        Value value;
        std::vector<ValueId> seen; // what a save of the field replaces
        bool twoVersions = false;
    };
    std::map<catalogue::FieldNumber, Held> fields;
    std::map<catalogue::FieldNumber, Value> beginnings; // what a new one begins with
    QHash<QString, QString> names;                      // of the records that it names
    Value draft;                                        // null when there is none
    usecases::RecordOffers offers;
    catalogue::FieldNumber fixedField = 0;              // may not be changed in a new one: it is about this person
    std::string state;
    QString title, stateWords, tone, updatedWords;
    QVariantList moves;
    bool removed = false;
    bool maySayYes = false;
    int twoVersions = 0;
};

// A record as it is now, or a new one of this kind when there is no id. form: the name of its draft.
[[nodiscard]] Result<FormReading> readForm(usecases::Workspace &workspace, const catalogue::Kind &kind, const std::optional<RecordId> &record,
                                           const std::string &form, const QString &today);

} // namespace ourtable
