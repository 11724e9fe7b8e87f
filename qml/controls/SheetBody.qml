// What a Sheet shows. Part of Sheet.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

FocusScope {
    id: root

    required property string title
    required property Component body
    required property string source
    required property var properties
    required property bool shown
    required property string actionText
    required property string cancelText
    required property bool removes
    required property bool keepFirst

    signal confirmed
    signal cancelled

    function _load() {
        if (root.source !== "")
            loader.setSource(root.shown ? root.source : "", root.shown ? root.properties : {})
    }

    onShownChanged: root._load()
    implicitHeight: column.implicitHeight
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: Theme.space16
        Txt {
            text: root.title
            textStyle: Theme.h1
            heading: true
            Layout.fillWidth: true
        }
        Scroll {
            contentHeight: loader.implicitHeight
            implicitHeight: loader.implicitHeight
            Layout.fillWidth: true
            Layout.fillHeight: true
            Loader {
                id: loader
                width: parent.width
                Component.onCompleted: if (root.body) loader.sourceComponent = root.body
            }
        }
        Flow {
            spacing: Theme.space12
            Layout.fillWidth: true
            Repeater {
                model: root.keepFirst ? ["cancel", "confirm"] : ["confirm", "cancel"]
                Btn {
                    required property string modelData
                    readonly property bool _does: modelData === "confirm"
                    objectName: modelData
                    visible: _does || root.cancelText !== ""
                    kind: !_does ? (root.keepFirst ? Btn.Secondary : Btn.Quiet) : root.removes ? Btn.Danger : Btn.Primary
                    text: _does ? root.actionText : root.cancelText
                    width: Math.min(implicitWidth, parent?.width ?? implicitWidth)
                    focus: _does !== (root.removes || root.keepFirst)
                    onClicked: _does ? root.confirmed() : root.cancelled()
                }
            }
        }
    }
}
