// One record of any kind, or a new one.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Page {
    id: root

    required property Session session

    title: pane.title !== "" ? pane.title : qsTr("New: %1").arg(pane.kindLabel)
    subtitle: pane.title !== "" ? pane.kindLabel : ""
    topic: "record"

    RecordPane {
        id: pane
        anchors.fill: parent
        focus: true
        session: root.session
        frame: root.frame
        kind: root.details.kind ?? ""
        key: root.details.key ?? ""
        titled: false
        onSaid: words => root.said(words)
        onWent: (page, details) => root.went(page, details)
        onSaved: key => root.remember({ key: key })
        onLeaving: root.leaving()
    }
}
