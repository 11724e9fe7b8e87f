// Everything about one note (ux.md 7.7).
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Page {
    id: root

    required property Session session

    title: qsTr("Note")
}
