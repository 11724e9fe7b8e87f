// A hairline that says nothing.
import QtQuick
import OurTable.Theme

Rectangle {
    property bool vertical: false

    implicitWidth: vertical ? Theme.border : 0
    implicitHeight: vertical ? 0 : Theme.border
    color: Theme.colours.hairline
    Accessible.ignored: true
}
