// People to be found in the gallery, by the beginnings of their names.
import QtQuick

ListModel {
    id: root

    readonly property var _all: [
        { key: "1", text: "Gloria Mensah", detail: "Mosaic Clubhouse", flag: "Large print" },
        { key: "2", text: "Gloria Adeyemi", detail: "Lambeth Carers", flag: "" },
        { key: "3", text: "Glen Turner", detail: "Self-nominated", flag: "" },
        { key: "4", text: "Peter Lund", detail: "Self-nominated", flag: "" },
        { key: "5", text: "Hana Teklu", detail: "Refugee Council", flag: "Interpreter" },
        { key: "6", text: "Marcia Bennett", detail: "Brixton Advice Hub", flag: "" },
        { key: "7", text: "<img src=x> ".repeat(30), detail: "A name that is none", flag: "" }
    ]

    function find(words: string) {
        root.clear()
        for (const each of root._all) {
            if (each.text.toLowerCase().startsWith(words.toLowerCase()))
                root.append(each)
        }
    }
}
