// The invitation: an address and a code to type, or the text of a file.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

JoinQuestion {
    id: root

    required property Joining joining
    property bool byFile: false

    readonly property string _grouped: root.joining.grouped(code.text)

    function _goOn() {
        if (root.byFile)
            root.joining.readText(words.wholeText())
        else
            root.joining.readTyped(address.wholeText(), code.wholeText())
    }

    title: root.byFile ? qsTr("Bring the file here") : qsTr("What does your coordinator’s screen show?")
    hint: root.byFile ? qsTr("Drop the file here, or paste its words. They begin with OT1.")
                      : qsTr("They let you in from Help, then “Let somebody in”. Type what you see there.")

    Field {
        id: address
        objectName: "address"
        focus: !root.byFile
        visible: !root.byFile
        label: qsTr("Address")
        hint: qsTr("For example hub.example.org")
        asTyped: true
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        onEdited: root.joining.forgetProblem()
        onAccepted: code.forceActiveFocus(Qt.TabFocusReason)
        Layout.fillWidth: true
    }
    ColumnLayout {
        visible: !root.byFile
        spacing: Theme.space8
        Field {
            id: code
            objectName: "code"
            label: qsTr("Code")
            hint: qsTr("26 letters and digits. Small or capital is the same.")
            asTyped: true
            error: root.byFile ? "" : root.joining.problem
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
            onEdited: root.joining.forgetProblem()
            onAccepted: root._goOn()
            Layout.fillWidth: true
        }
        Txt {
            objectName: "grouped"
            visible: root._grouped.length > 4 && root._grouped.length <= 40 && code.text.toUpperCase().replace(/-/g, " ") !== root._grouped
            text: root._grouped
            asTyped: true
            textStyle: Theme.h3
            color: Theme.colours.link
            Accessible.ignored: true // the field says it
            Layout.fillWidth: true
        }
    }
    TextBox {
        id: words
        objectName: "fileWords"
        focus: root.byFile
        visible: root.byFile
        label: qsTr("Words of the file")
        error: root.byFile ? root.joining.problem : ""
        onEdited: root.joining.forgetProblem()
        onAccepted: root._goOn()
        Layout.fillWidth: true
        DropArea {
            anchors.fill: parent
            keys: ["text/uri-list"]
            onDropped: drop => {
                if (drop.urls.length > 0)
                    root.joining.readFile(drop.urls[0])
            }
        }
    }
    Flow {
        id: ways
        spacing: Theme.space12
        Layout.fillWidth: true
        Btn {
            objectName: "goOnCode"
            width: Math.min(implicitWidth, ways.width)
            big: true
            text: qsTr("Go on")
            busy: root.joining.busy
            onClicked: root._goOn()
        }
        Btn {
            objectName: "findFile"
            visible: root.byFile
            width: Math.min(implicitWidth, ways.width)
            big: true
            kind: Btn.Secondary
            symbol: "search"
            text: qsTr("Look in downloads")
            onClicked: root.joining.findFile()
        }
    }
}
