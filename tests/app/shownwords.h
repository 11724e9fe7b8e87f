// What people read and hear in the window, judged by the rules that tests/lint/wordrules.py has for the source: one list of words,
// one way to count sentences and to say how hard they are.
//
// Judged are all texts that are drawn, hints in empty fields, and accessible names and descriptions. Not judged is what somebody
// types (what an editable field holds), and what people put into the programme: wherever a text shows the words of a record, the
// name of a person or of the programme, these are taken as a name before anything is counted. Words of the catalogue (kinds,
// themes, levels) are ours and are judged.
#pragma once

#include "tests/app/appview.h"

namespace ourtable::test {

class ShownWords {
public:
    // What the window shows now; `where` is for messages. Call QAccessible::setActive(true) before the window is made.
    void read(AppView &app, const QString &where);
    // How many different texts there were.
    [[nodiscard]] qsizetype count() const { return m_texts.size(); }
    // The words of records that whoever is signed in may read are no words of ours.
    void passOverRecords(AppView &app);
    // What is against the rules, a line each; empty when nothing is.
    [[nodiscard]] QString complaints() const;
    // Words of machines, and codes (J1-12), a line each; empty when there are none.
    [[nodiscard]] QString machineWords() const;

private:
    void add(const QString &text, const QString &where);
    [[nodiscard]] QMap<QString, QString> ours() const;

    QMap<QString, QString> m_texts; // and where each was first
    QStringList m_names;
};

} // namespace ourtable::test
