// One of the levels where there is no room for a row of them. Part of LevelChoice.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls

RadioCard {
    id: root

    required property string level
    required property string now

    signal chosenLevel(level: string)

    objectName: "level-" + root.level
    autoExclusive: false
    checkable: false
    checked: root.level === root.now
    onClicked: root.chosenLevel(root.level)
    Layout.fillWidth: true
    Layout.preferredWidth: 1
    Layout.fillHeight: true
}
