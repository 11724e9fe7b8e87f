// A few things that belong together, each with its sign and how it stands, leading to where it is done. The owner gives an item
// model with the roles key, page, kind, text, detail, tag, mark (of the tag: "success", "warning", "primary") and sign (KindLook).
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

Card {
    id: root

    required property string title
    required property var rows          // an item model
    property string emptyText
    property string aside
    readonly property bool _narrow: root.width < 30 * Theme.textPixels(Theme.body) // no room for a tag beside the words

    signal chosen(page: string, kind: string, key: string)

    function _toneOf(mark: string): Tone {
        return mark === "success" ? Theme.colours.successTone : mark === "warning" ? Theme.colours.warningTone
            : mark === "primary" ? Theme.colours.primaryTone : Theme.colours.neutralTone
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0
        GridLayout {
            width: parent.width
            columns: title.implicitWidth + aside.implicitWidth + columnSpacing <= width ? 2 : 1
            columnSpacing: Theme.space12
            rowSpacing: 0
            Txt {
                id: title
                text: root.title
                textStyle: Theme.h2
                heading: true
                Layout.fillWidth: true
            }
            Txt {
                id: aside
                visible: text !== ""
                text: root.aside
                textStyle: Theme.small
                color: Theme.colours.muted
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
            }
        }
        Item {
            visible: rows.count > 0
            width: parent.width
            implicitHeight: Theme.space4
        }
        Txt {
            visible: rows.count === 0 && root.emptyText !== ""
            width: parent.width
            topPadding: Theme.space8
            text: root.emptyText
            color: Theme.colours.muted
        }
        Repeater {
            id: rows
            model: root.rows
            ListRow {
                id: row
                required property var model
                required property int index
                readonly property string _mark: row.model.mark
                readonly property KindLook _look: KindLook { code: row.model.sign }
                objectName: root.objectName + row.index
                width: root.width - 2 * root.padding
                leftPadding: 0
                rightPadding: 0
                place: row.index + 1
                places: rows.count
                symbol: row._look.symbol
                tone: row._look.tone
                text: row.model.text
                detail: row.model.detail
                tag: row.model.tag
                tagBelow: root._narrow
                tagTone: root._toneOf(row._mark)
                tagSymbol: row._mark === "success" ? "tick" : ""
                divided: row.index + 1 < rows.count
                onClicked: root.chosen(row.model.page, row.model.kind, row.model.key)
            }
        }
    }
}
