// One of many that may be chosen together, on a card that is the target as a whole.
import QtQuick
import QtQuick.Templates as T
import OurTable.Theme

T.CheckDelegate {
    id: root

    property string hint
    property string symbol
    property bool wrong: false

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touch ? 54 : 44, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space12
    hoverEnabled: !Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.focusable: true
    Accessible.name: root.hint === "" ? root.text : root.text + ". " + root.hint
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onPressAction: { root.toggle(); root.toggled() }
    Accessible.onToggleAction: { root.toggle(); root.toggled() }
    Keys.onReturnPressed: { root.toggle(); root.toggled() }
    Keys.onEnterPressed: { root.toggle(); root.toggled() }

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
        round: false
    }
}
