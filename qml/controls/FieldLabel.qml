// What stands above a field: label, hint, and what is wrong with it. Internal to the fields, whose names say it.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

ColumnLayout {
    id: root

    required property string label
    required property string hint
    required property string error

    spacing: Theme.space4

    Txt {
        text: root.label
        visible: root.label !== ""
        textStyle: Theme.strong
        silent: true
        Layout.fillWidth: true
    }
    Txt {
        text: root.hint
        visible: root.hint !== ""
        textStyle: Theme.small
        color: Theme.colours.muted
        silent: true
        Layout.fillWidth: true
    }
    RowLayout {
        visible: root.error !== ""
        spacing: Theme.space8
        Icon {
            symbol: "alert"
            size: 19
            colour: Theme.colours.dangerTone.solid
        }
        Txt {
            text: root.error
            textStyle: Theme.smallStrong
            color: Theme.colours.dangerTone.solid
            silent: true
            Layout.fillWidth: true
        }
    }
}
