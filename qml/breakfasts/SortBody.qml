// One note and what may be said about it. Part of SortPane.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme
import "kinds.js" as Kinds

FocusScope {
    id: root

    required property SortNotes sorting
    required property bool checking
    required property string progress // where nothing else on the page tells it

    readonly property Item noteCard: card

    function begin(typing: bool) {
        themes.begin(typing)
    }
    function chooseTheme(place: int) {
        themes.choose(place)
    }

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16
        Banner {
            objectName: "sortNotice"
            visible: root.sorting.notice !== ""
            tone: Theme.colours.warningTone
            symbol: "people"
            text: root.sorting.notice
            Layout.fillWidth: true
        }
        SortCard {
            id: card
            sorting: root.sorting
            checking: root.checking
            progress: root.progress
            Layout.fillWidth: true
        }
        SortSuggestion {
            visible: root.sorting.suggestion !== ""
            sorting: root.sorting
            Layout.fillWidth: true
        }
        BoxLine {
            problem: root.sorting.problem
            length: 0
            limit: 1
            Layout.fillWidth: true
        }
        RecogniseChoice {
            visible: root.checking
            answer: root.sorting.recognised
            onChosen: answer => root.sorting.chooseRecognised(answer)
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
        Txt {
            text: qsTr("What kind of note is it?")
            textStyle: Theme.strong
            Layout.fillWidth: true
        }
        KindChoice {
            kind: root.sorting.kind
            kinds: Kinds.nine
            words: root.sorting.key === "" ? [] : root.sorting.choices("contribution_kind")
            onChosen: kind => root.sorting.chooseKind(kind)
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
        SortThemes {
            id: themes
            sorting: root.sorting
            Layout.fillWidth: true
        }
        LevelChoice {
            level: root.sorting.level
            onChosen: level => root.sorting.chooseLevel(level)
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
        RecogniseChoice {
            visible: !root.checking
            answer: root.sorting.recognised
            onChosen: answer => root.sorting.chooseRecognised(answer)
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
    }
}
