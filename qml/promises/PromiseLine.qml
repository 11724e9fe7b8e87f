// One promise in the list, under the heading of its group where it is the first of it.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property string key
    required property string title
    required property string detail
    required property string stateWords
    required property string tone
    required property bool twoVersions
    property string heading
    property bool chosen: false
    property bool leadsOn: true
    property bool tabStop: true // Tab leads to one row of a list, the arrows to the others
    property int place: 0
    property int places: 0

    signal opened
    signal stepped(step: int)
    signal reached // has the focus

    function take() {
        row.forceActiveFocus(Qt.TabFocusReason)
    }

    spacing: 0

    Txt {
        visible: root.heading !== ""
        text: root.heading
        textStyle: Theme.h3
        heading: true
        Layout.fillWidth: true
        Layout.topMargin: Theme.space16
        Layout.bottomMargin: Theme.space4
        Layout.leftMargin: Theme.space8
    }
    ListRow {
        id: row
        objectName: "promise" + (root.place - 1)
        text: root.title
        detail: root.detail
        tag: root.twoVersions ? qsTr("Two versions") : root.stateWords
        tagBelow: root.width < 24 * Theme.textPixels(Theme.label)
        tagSymbol: root.twoVersions ? "merge" : ""
        tagTone: root.twoVersions || root.tone === "warning" ? Theme.colours.warningTone
            : root.tone === "success" ? Theme.colours.successTone
            : root.tone === "info" ? Theme.colours.infoTone : Theme.colours.neutralTone
        highlighted: root.chosen
        leadsOn: root.leadsOn
        focusPolicy: root.tabStop || row.activeFocus ? Qt.StrongFocus : Qt.ClickFocus
        place: root.place
        places: root.places
        onClicked: root.opened()
        onActiveFocusChanged: if (row.activeFocus) root.reached()
        Keys.onUpPressed: root.stepped(-1)
        Keys.onDownPressed: root.stepped(1)
        Layout.fillWidth: true
    }
}
