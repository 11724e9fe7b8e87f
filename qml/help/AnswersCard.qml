// The three answers of the page that one came from.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property string topic

    readonly property Answers _answers: Answers {}
    readonly property var _shown: root._answers.about(root.topic)

    Accessible.name: qsTr("About this page")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12
        Txt {
            text: qsTr("About this page")
            textStyle: Theme.h2
            heading: true
            Layout.fillWidth: true
        }
        Repeater {
            model: root._shown.length
            ColumnLayout {
                id: one
                required property int index
                spacing: 2
                Txt {
                    objectName: "question" + one.index
                    text: root._shown[one.index].question
                    textStyle: Theme.strong
                    Layout.fillWidth: true
                }
                Txt {
                    text: root._shown[one.index].answer
                    Layout.fillWidth: true
                }
            }
        }
    }
}
