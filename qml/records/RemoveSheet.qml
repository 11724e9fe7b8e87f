// Asks once before something is removed.
import QtQuick
import OurTable.Controls

Sheet {
    id: root

    required property string what // its title, which may be long

    title: qsTr("Remove “%1”?").arg(root.what)
    actionText: qsTr("Remove")
    removes: true
    body: Component {
        Txt {
            text: qsTr("It leaves every list. You can get it back at any time: it is under Removed.")
        }
    }
}
