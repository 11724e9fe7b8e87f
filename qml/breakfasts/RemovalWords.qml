// What removing a note means. Part of NotePage.
import QtQuick
import OurTable.Controls

Txt {
    text: qsTr("You can get it back for 30 days.")
}
