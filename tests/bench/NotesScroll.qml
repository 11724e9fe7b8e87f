// The list that is scrolled and searched: the app's own, as wide as it stands beside the record that is open.
import QtQuick
import OurTable.Bridge
import OurTable.Records
import OurTable.Theme

Rectangle {
    id: root

    required property Session session
    readonly property RecordsModel model: list.model

    color: Theme.colours.canvas

    RecordList {
        id: list
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: 530
        session: root.session
        kind: "contribution"
        Component.onCompleted: list.model.newestFirst = true
    }
}
