// Asks once before a note is taken back for good: the choice that keeps it comes first and has the focus (domain.md 7.3).
import QtQuick
import OurTable.Bridge
import OurTable.Controls

Sheet {
    id: root

    required property Session session

    signal said(words: string)

    readonly property TakingNoteBack _taking: TakingNoteBack {
        id: taking
        session: root.session
        onTaken: root.said(qsTr("A note was taken back."))
        onProblemChanged: if (taking.problem !== "") root.open()
    }

    function ask(key: string) {
        taking.note = key
        root.open()
    }

    title: qsTr("Take this note back?")
    actionText: qsTr("Take it out")
    cancelText: qsTr("Keep it")
    removes: true
    keepFirst: true
    source: Qt.resolvedUrl("TakeBackBody.qml")
    properties: ({ taking: taking })
    onConfirmed: taking.take()
}
