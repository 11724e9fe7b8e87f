// What is kept in one area of the app: its kinds of records, with how many there are of each.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Page {
    id: root

    required property Session session
    readonly property string area: root.details.area ?? "lists"
    readonly property var _titles: ({ partners: qsTr("Partners"), support: qsTr("Support"), lists: qsTr("Lists") })

    title: root._titles[root.area] ?? qsTr("Lists")
    topic: root.area

    KindsModel {
        id: kinds
        session: root.session
        area: root.area
    }

    Scroll {
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space16

        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: Theme.space12
            anchors.leftMargin: root.frame.gutter
            anchors.rightMargin: root.frame.gutter
            spacing: 0

            HelpCheckBanner {
                visible: due && root.area === "lists"
                session: root.session
                onNumbersAsked: root.went("numbers", {})
                Layout.fillWidth: true
                Layout.maximumWidth: 720
                Layout.bottomMargin: Theme.space12
            }
            Banner {
                visible: kinds.problem !== ""
                tone: Theme.colours.warningTone
                symbol: "alert"
                text: kinds.problem
                Layout.fillWidth: true
            }
            EmptyState {
                visible: kinds.count === 0
                text: qsTr("There is nothing here for your part in the programme.")
                Layout.fillWidth: true
                Layout.margins: Theme.space32
            }
            Repeater {
                model: kinds
                ListRow {
                    required property string name
                    required property int records
                    required property int index
                    required property bool further
                    required text
                    required symbol
                    objectName: "kind-" + name
                    focus: index === 0
                    tone: further ? Theme.colours.neutralTone : Theme.colours.primaryTone
                    detail: records < 0 ? "" : records === 0 ? qsTr("None yet") : qsTr("%n in all", "", records)
                    place: index + 1
                    places: kinds.count
                    onClicked: root.went("records", { kind: name })
                    Layout.fillWidth: true
                    Layout.maximumWidth: 720
                }
            }
        }
    }
}
