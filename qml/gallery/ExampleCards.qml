// Nominations for the gallery's board and table.
import QtQuick

ListModel {
    id: root

    function put(key: string, text: string, detail: string, next: string, flag: string, score: int) {
        root.append({ key: key, text: text, detail: detail, next: next, flag: flag, score: score, scoreOf: score > 0 ? 20 : 0 })
    }

    function drop(row: int) {
        root.remove(row)
    }

    function give(key: string, to: ListModel) {
        for (let i = 0; i < root.count; ++i) {
            if (root.get(i).key === key) {
                to.append(Object.assign({}, root.get(i)))
                root.remove(i)
                return
            }
        }
    }

    function sort(role: string, descending: bool) {
        for (let i = 1; i < root.count; ++i) {
            for (let j = i; j > 0 && (root.get(j - 1)[role] > root.get(j)[role]) !== descending; --j)
                root.move(j, j - 1, 1)
        }
    }
}
