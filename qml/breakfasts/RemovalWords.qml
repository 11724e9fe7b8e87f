// What removing a note means. Part of NotePage.
import QtQuick
import OurTable.Controls

Txt {
    objectName: "removalWords"

    required property bool lists // they have a list of what was removed

    text: lists ? qsTr("It leaves every list. You can get it back at any time: it is under Removed.")
                : qsTr("It leaves the list. You can get it back right after. Later, ask your coordinator.")
}
