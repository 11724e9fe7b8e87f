// Breakfast notes: what people say, written down table by table (ux.md 7.6).
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Page {
    id: root

    required property Session session

    title: qsTr("Breakfast notes")
}
