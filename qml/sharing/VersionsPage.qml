// Two versions (ux.md 7.23): what waits for a decision, or one of it with both versions side by side.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    readonly property string key: root.details.key ?? (waiting.count === 1 && !root._listed ? waiting.firstKey : root._only)
    readonly property bool _one: root.key !== ""
    property string _only            // what was opened because there was nothing else: stays when it is decided
    property bool _listed: false

    title: root._one ? choice.title : qsTr("Things to decide")
    subtitle: root._one ? (choice.stage === VersionChoice.Open ? choice.versions.length > 2 ? qsTr("All versions are safe. Nothing is lost while you decide.")
        : qsTr("Both versions are safe. Nothing is lost while you decide.") : "")
        : qsTr("All versions are kept until you choose.")
    topic: "versions"

    onKeyChanged: {
        if (root.key !== "" && !root.details.key)
            root._only = root.key
    }

    VersionsModel {
        id: waiting
        session: root.session
        onCountChanged: if (count > 1 && root._only === "") root._listed = true
    }
    VersionChoice {
        id: choice
        session: root.session
        key: root.key
        onDecided: root.said(qsTr("Saved. %1").arg(choice.outcome))
    }
    Scroll {
        anchors.fill: parent
        contentHeight: content.implicitHeight + Theme.space24
        ColumnLayout {
            id: content
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            spacing: Theme.space20
            WaitingList {
                visible: !root._one
                waiting: waiting
                onAsked: key => root.went("versions", { key: key })
                Layout.fillWidth: true
            }
            BothVersions {
                visible: root._one
                choice: choice
                wide: root.frame.wide
                more: Math.max(0, waiting.count - (choice.stage === VersionChoice.Open ? 1 : 0))
                onLater: root.leaving()
                onNextAsked: root.went("versions", { key: waiting.firstKey })
                Layout.fillWidth: true
            }
        }
    }
}
