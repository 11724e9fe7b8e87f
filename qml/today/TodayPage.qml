// Today (ux.md 7.3).
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Page {
    id: root

    required property Session session

    title: qsTr("Good morning, %1").arg(root.session.personName)
}
