// Live capture in the app's window: what a person at the table sees of it, and what is on disk.
#pragma once

#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/appview.h"
#include "tests/support/morning.h"
#include "tests/qml/qmlview.h"

namespace ourtable::test {

inline QString words(const char *utf8) { return QString::fromUtf8(utf8); }

// Joel, signed in, at table 2 of the morning's breakfast.
class CaptureDesk {
public:
    explicit CaptureDesk(Morning &morning, const AppOptions &options = {}) : app(morning.programme, *morning.joel, options), m_morning(morning)
    {
        if (!app.signIn())
            qFatal("signing in failed");
        app.open(words("capture"), {{words("table"), 2}});
    }

    template <class Work>
    auto ask(Work work)
    {
        std::remove_cvref_t<decltype(*std::declval<std::invoke_result_t<Work, usecases::Workspace &> &>())> answer{};
        bool done = false;
        app.session().storage().askWorkspace(&app.session(), std::move(work), [&](auto &&result) {
            done = result.ok();
            if (result)
                answer = std::move(*result);
        });
        app.settle();
        if (!done)
            qFatal("the storage did not answer");
        return answer;
    }

    [[nodiscard]] QString box() { return app.item(words("boxInput"))->property("text").toString(); }
    [[nodiscard]] bool boxHasFocus() { return app.item(words("boxInput"))->hasActiveFocus(); }
    [[nodiscard]] QString textOf(const char *name)
    {
        QQuickItem *const item = app.item(words(name));
        return item ? item->property("text").toString() : QString();
    }
    [[nodiscard]] bool isChosen(const char *name) { return app.item(words(name))->property("checked").toBool(); }
    [[nodiscard]] QString firstNote() { return textOf("note0"); }
    // What is on disk at a table, in its order.
    [[nodiscard]] std::vector<std::string> saved(std::int64_t table)
    {
        return ask([table, gathering = m_morning.gathering](usecases::Workspace &workspace) -> Result<std::vector<std::string>> {
            OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, usecases::notesOf(workspace, gathering));
            std::vector<std::string> found;
            for (const store::RecordView &note : notes) {
                if (note.field(catalogue::kinds::contribution::table) == Value(table))
                    found.push_back(*note.field(catalogue::kinds::contribution::text).text());
            }
            return found;
        });
    }
    [[nodiscard]] std::vector<store::RecordView> promises()
    {
        return ask([gathering = m_morning.gathering](usecases::Workspace &workspace) {
            store::Query query;
            query.kind = catalogue::kinds::action::kind;
            query.filters.push_back({catalogue::kinds::action::gathering, store::Comparison::Equal, gathering});
            return workspace.find(query);
        });
    }
    [[nodiscard]] std::size_t drafts()
    {
        return ask([](usecases::Workspace &workspace) { return workspace.drafts(); }).size();
    }
    AppView app;

private:
    Morning &m_morning;
};

} // namespace ourtable::test
