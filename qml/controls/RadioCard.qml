// One of several, on a card that is the target as a whole.
import QtQuick
import QtQuick.Templates as T
import OurTable.Theme

T.RadioDelegate {
    id: root

    property string hint
    property string symbol
    property bool wrong: false

    // As a finger does: both signals, and what `checked` is bound to stays bound.
    function choose() {
        if (root.checkable && !root.checked) {
            root.toggle()
            root.toggled()
        }
        root.clicked()
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch ? 64 : 52, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space12
    hoverEnabled: !Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.focusable: true
    Accessible.name: root.hint === "" ? root.text : root.text + ". " + root.hint
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onPressAction: root.choose()
    Accessible.onToggleAction: root.choose()
    Keys.onReturnPressed: root.choose()
    Keys.onEnterPressed: root.choose()

    background: ChoiceBack {
        checked: root.checked
        hovered: root.hovered
        wrong: root.wrong
        focused: root.visualFocus
    }
    contentItem: ChoiceFace {
        text: root.text
        hint: root.hint
        symbol: root.symbol
        checked: root.checked
        round: true
    }
}
