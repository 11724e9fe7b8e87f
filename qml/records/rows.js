// Which file shows a field of which type (core/catalogue/schema.h).
.pragma library

const files = {
    "text": "TextFieldRow.qml",
    "long_text": "LongTextRow.qml",
    "choice": "ChoiceRow.qml",
    "choices": "ChoicesRow.qml",
    "reference": "ReferenceRow.qml",
    "references": "ReferencesRow.qml",
    "date": "DateRow.qml",
    "time": "TimeRow.qml",
    "month": "MonthRow.qml",
    "integer": "NumberRow.qml",
    "yes_no": "YesNoRow.qml",
    "money": "MoneyRow.qml",
    "list": "ListRows.qml",
    "map": "MapRow.qml",
    "tally": "TallyRow.qml",
    "timestamp": "ReadOnlyRow.qml"
}

function fileOf(type, mayChange) {
    return mayChange ? files[type] ?? "ReadOnlyRow.qml" : "ReadOnlyRow.qml"
}
