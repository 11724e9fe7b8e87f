// The list of breakfasts, in two parts: those to come and those that were held.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

FocusScope {
    id: root

    required property BreakfastsModel model
    required property string chosen
    required property bool mayStart

    signal chosenByHand(key: string)
    signal startAsked

    Btn {
        id: starter
        objectName: "startBreakfast"
        visible: root.mayStart
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: visible ? implicitHeight : 0
        kind: root.model.count === 0 ? Btn.Accent : Btn.Secondary
        symbol: "plus"
        text: root.model.ready && root.model.count === 0 ? qsTr("Start the first one") : qsTr("Start a breakfast")
        onClicked: root.startAsked()
    }
    Banner {
        id: problem
        visible: root.model.problem !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: starter.bottom
        anchors.topMargin: visible ? Theme.space12 : 0
        height: visible ? implicitHeight : 0
        tone: Theme.colours.warningTone
        symbol: "alert"
        text: root.model.problem
    }
    EmptyState {
        visible: root.model.ready && root.model.count === 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: problem.bottom
        anchors.topMargin: Theme.space40
        symbol: "cup"
        text: root.mayStart ? qsTr("No breakfasts yet.") : qsTr("No breakfasts yet. Your coordinator will add one.")
    }
    ListView {
        id: list
        objectName: "breakfasts"
        visible: root.model.count > 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: problem.bottom
        anchors.bottom: parent.bottom
        anchors.topMargin: Theme.space8
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        focus: true
        model: root.model
        section.property: "section"
        delegate: BreakfastPart {
            id: part
            width: ListView.view.width
            part: ListView.section !== ListView.previousSection ? ListView.section : ""
            places: root.model.count
            chosen: part.model.key === root.chosen
            leadsOn: root.chosen === ""
            onOpened: root.chosenByHand(part.model.key)
            onMoved: step => list.move(part.index + step)
        }

        function move(index: int) {
            if (index < 0 || index >= list.count)
                return
            list.currentIndex = index
            list.positionViewAtIndex(index, ListView.Contain)
            const part = list.itemAtIndex(index) as BreakfastPart
            if (part)
                part.take()
        }
    }
}
