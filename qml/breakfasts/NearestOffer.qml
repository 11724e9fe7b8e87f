// Finding the café by where the device is: only by a tap, and only an offer.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Column {
    id: root

    required property Session session
    required property string current // the place that is chosen already

    signal chosen(place: string)

    visible: nearest.available
    spacing: Theme.space12

    NearestPlace {
        id: nearest
        session: root.session
    }
    Btn {
        objectName: "findPlace"
        width: Math.min(implicitWidth, parent.width)
        kind: Btn.Quiet
        symbol: "pin"
        text: Theme.tablet ? qsTr("Use this tablet's place to find the café") : qsTr("Use this device's place to find the café")
        busy: nearest.looking
        onClicked: nearest.look()
    }
    Banner {
        objectName: "foundPlace"
        visible: nearest.words !== ""
        width: parent.width
        symbol: "pin"
        text: nearest.words
    }
    Btn {
        objectName: "takePlace"
        visible: nearest.name !== "" && nearest.name !== root.current
        width: Math.min(implicitWidth, parent.width)
        kind: Btn.Secondary
        symbol: "tick"
        text: qsTr("Choose %1").arg(nearest.name)
        onClicked: root.chosen(nearest.name)
    }
    LiveLine { id: live }
    Connections {
        target: nearest
        function onChanged() {
            if (nearest.words !== "")
                live.say(nearest.words)
        }
    }
}
