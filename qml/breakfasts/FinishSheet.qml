// The end of the breakfast: four things to answer, then it is closed. What is written later still finds its place.
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Sheet {
    id: root

    required property Session session
    required property string breakfast

    signal finished

    readonly property Finishing _finishing: Finishing {
        id: finishing
        session: root.session
        breakfast: root.breakfast
        onFinished: root.finished()
        onChanged: if (finishing.problem !== "" && !root.opened) root.open()
    }
    readonly property HeadCount _heads: HeadCount {
        id: heads
        session: root.session
        breakfast: root.breakfast
    }

    function begin() {
        finishing.look()
        root.open()
    }

    objectName: "finishSheet"
    title: qsTr("Finish this breakfast?")
    actionText: qsTr("Finish")
    source: Qt.resolvedUrl("FinishBody.qml")
    properties: ({ finishing: finishing, heads: heads })
    onConfirmed: finishing.close(heads.total)
}
