// The app with its screens at 20,000 and 100,000 changes: from the PIN to a Today that is drawn, a list of every note scrolled
// from end to end, search as somebody types through the screens' own models, memory, the first letter of a note. Each in a process
// of its own, as a person opens the app; drawn by the processor in a window that nobody sees.
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickView>

#include <cstdio>

#include "app/bridge/recordsmodel.h"
#include "app/client/composition.h"
#include "app/pictures/settling.h"
#include "qml/engine/prepareengine.h"
#include "tests/bench/hubprocess.h"
#include "tests/bench/memory.h"
#include "tests/bench/notes.h"
#include "tests/bench/realtable.h"
#include "tests/bench/table.h"
#include "tests/bench/timing.h"

using namespace ourtable;
using namespace ourtable::bench;

namespace {

constexpr double kMemoryTarget = 250;
constexpr double kFrameTarget = 16;
constexpr double kSearchTarget = 30;
constexpr double kLetterTarget = 1'000;
constexpr char kOpen[] = "--open";
constexpr QSize kDesktop(1440, 900);
constexpr int kFrames = 3'000;
constexpr int kSlowFrames = 1'000;
constexpr double kSlowStep = 12; // dp
constexpr double kMost = 0.99;

// What the process of its own tells, in this order.
struct Told {
    double toPin = 0;        // from main() to a drawn "Who is using this tablet?"
    double toToday = 0;      // from the PIN to a drawn Today with all that it asked for
    double todayMegabytes = 0;
    double frame = 0, frame99 = 0, frameWorst = 0;
    double slow99 = 0, slowWorst = 0;
    double search95 = 0, searchMedian = 0;
    double megabytes = 0;
    double toLetter = 0;     // from the click on the breakfast of Today's card to a letter that is drawn in the box
};

// A drawn frame, from the wish to it.
double drawn(QQuickWindow &window)
{
    bool done = false;
    const auto connection = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&done] { done = true; });
    const double took = timed([&] {
        window.update();
        must(waitUntil([&done] { return done; }), "a frame");
    });
    QObject::disconnect(connection);
    return took;
}

// A frame at each place, and how long it took from moving the list to what is drawn.
double movedTo(QQuickWindow &window, QQuickItem &list, double place)
{
    return timed([&] {
        list.setProperty("contentY", place);
        (void)drawn(window);
    });
}

void scroll(QQuickView &view, Told &told)
{
    QQuickItem &list = *view.rootObject()->findChild<QQuickItem *>(QStringLiteral("records"));
    const double all = list.property("contentHeight").toDouble() - list.height();
    Times fast, slow;
    for (int frame = 0; frame <= kFrames; ++frame)
        fast.add(movedTo(view, list, all * frame / kFrames));
    for (int frame = 0; frame < kSlowFrames; ++frame) // as a finger does
        slow.add(movedTo(view, list, all / 2 + kSlowStep * frame));
    told.frame = fast.median();
    told.frame99 = fast.quantile(kMost);
    told.frameWorst = fast.quantile(1);
    told.slow99 = slow.quantile(kMost);
    told.slowWorst = slow.quantile(1);
}

// Letter by letter, each answered and drawn before the next.
void search(QQuickView &view, RecordsModel &notes, Session &session, Told &told)
{
    Times times;
    for (const char *word : {"breakfast", "housing letter", "waiting room", "peer worker", "money", "doctor appointment", "kettle"}) {
        QString typed;
        for (const QChar letter : QString::fromLatin1(word)) {
            typed += letter;
            times.add(timed([&] {
                notes.setWords(typed);
                for (int round = 0; round < 3; ++round) { // the question, its rows
                    QCoreApplication::processEvents();
                    bool answered = false;
                    session.storage().ask(
                        &session, [](Desk &) { return Result<void>(); }, [&answered](const Result<void> &) { answered = true; });
                    must(waitUntil([&answered] { return answered; }), "search");
                }
                (void)drawn(view);
            }));
        }
    }
    told.searchMedian = times.median();
    told.search95 = times.quantile(0.95);
}

void listNotes(client::Composition &app, Told &told)
{
    QQuickView view;
    prepareEngine(*view.engine());
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(kDesktop);
    view.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&app.session())}});
    view.setSource(QUrl::fromLocalFile(QStringLiteral(OURTABLE_BENCH_FOLDER "/NotesScroll.qml")));
    must(view.status() == QQuickView::Ready, "NotesScroll.qml");
    RecordsModel &notes = *view.rootObject()->property("model").value<RecordsModel *>();
    must(waitUntil([&notes] { return notes.ready(); }), "the list");
    view.show();
    (void)drawn(view);
    scroll(view, told);
    search(view, notes, app.session(), told);
}

// What is shown of this name, below this one or itself; nullptr when nothing is.
QQuickItem *shownBelow(QQuickItem &top, const QString &name)
{
    if (!top.isVisible() || top.objectName() == name)
        return top.isVisible() ? &top : nullptr;
    for (QQuickItem *child : top.childItems()) {
        if (QQuickItem *const found = shownBelow(*child, name))
            return found;
    }
    return nullptr;
}

QQuickItem &itemOf(QQuickItem &top, const QString &name)
{
    QQuickItem *const shown = shownBelow(top, name);
    must(shown != nullptr, name.toStdString());
    return *shown;
}

void press(QQuickWindow &window, int key, const QString &letter)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, letter);
    QCoreApplication::sendEvent(&window, &down);
}

// From Today, where the app is left: its pages have not been looked at yet. Leaves nothing behind for the next opening.
void writeFirstLetter(client::Composition &app, Told &told)
{
    QQuickWindow &window = *app.window();
    QQuickItem &notes = itemOf(*window.contentItem(), QStringLiteral("writeNotes"));
    told.toLetter = timed([&] {
        QMetaObject::invokeMethod(&notes, "clicked"); // as a press and its release end
        press(window, Qt::Key_T, QStringLiteral("T"));
        must(itemOf(*window.contentItem(), QStringLiteral("boxInput")).property("text").toString() == QStringLiteral("T"), "the first letter");
        (void)drawn(window);
    });
    press(window, Qt::Key_Backspace, {});
    settle(app.session(), window);
    QMetaObject::invokeMethod(&itemOf(*window.contentItem(), QStringLiteral("shell")), "open", Q_ARG(QString, QStringLiteral("today")));
    settle(app.session(), window);
}

// In the process of its own.
int openAndTell(const Stopwatch &sinceMain, const char *folder, const char *password)
{
    client::Options options;
    options.folder = QString::fromLocal8Bit(folder);
    options.noKeyring = true;
    options.touch = false;
    options.size = kDesktop;
    Told told;
    const std::unique_ptr<client::Composition> app = client::Composition::make(options);
    must(app->show(options), "show");
    Session &session = app->session();
    must(waitUntil([&session] { return session.stage() == Session::Stage::SignedOut; }), "people");
    (void)drawn(*app->window());
    told.toPin = sinceMain.milliseconds();
    told.toToday = timed([&] {
        PeopleModel &people = *session.people();
        session.signIn(people.data(people.index(0, 0), PeopleModel::KeyRole).toString(), QString::fromLocal8Bit(password));
        must(waitUntil([&session] { return session.stage() == Session::Stage::SignedIn; }), "sign in");
        settle(session, *app->window());
    });
    told.todayMegabytes = peakMegabytes();
    listNotes(*app, told);
    told.megabytes = peakMegabytes();
    writeFirstLetter(*app, told);
    std::printf("%f %f %f %f %f %f %f %f %f %f %f %f\n", told.toPin, told.toToday, told.todayMegabytes, told.frame, told.frame99, told.frameWorst,
                told.slow99, told.slowWorst, told.search95, told.searchMedian, told.megabytes,
                told.toLetter);
    return 0;
}

Told openedIn(const std::string &program, const Device &device)
{
    const std::string command = program + " " + kOpen + " '" + device.folder() + "' '" + device.password() + "'";
    std::FILE *pipe = ::popen(command.c_str(), "r");
    Told told;
    must(pipe && std::fscanf(pipe, "%lf %lf %lf %lf %lf %lf %lf %lf %lf %lf %lf %lf", &told.toPin, &told.toToday, &told.todayMegabytes, &told.frame,
                             &told.frame99, &told.frameWorst, &told.slow99, &told.slowWorst, &told.search95, &told.searchMedian,
                             &told.megabytes, &told.toLetter) == 12, "opening");
    ::pclose(pipe);
    return told;
}

double medianOf(const std::vector<Told> &all, double Told::*what)
{
    Times times;
    for (const Told &each : all)
        times.add(each.*what);
    return times.median();
}

void tell(const std::vector<Told> &all, const std::string &size, double target)
{
    const auto row = [&](const std::string &measure, double Told::*what, Unit unit, double most) {
        print({measure + ", " + size, unit, medianOf(all, what), 0, most});
    };
    row("app started to who is using it", &Told::toPin, Unit::Milliseconds, 0);
    row("app, from the PIN to Today drawn", &Told::toToday, Unit::Milliseconds, target);
    row("app, memory with Today", &Told::todayMegabytes, Unit::Megabytes, kMemoryTarget);
    row("every note scrolled end to end in 3,000 frames, a frame, median", &Told::frame, Unit::Milliseconds, 0);
    row("the same, p99", &Told::frame99, Unit::Milliseconds, kFrameTarget);
    row("the same, the longest", &Told::frameWorst, Unit::Milliseconds, kFrameTarget);
    row("notes scrolled 12 px a frame, p99", &Told::slow99, Unit::Milliseconds, kFrameTarget);
    row("the same, the longest", &Told::slowWorst, Unit::Milliseconds, kFrameTarget);
    row("search as you type, to rows drawn, median", &Told::searchMedian, Unit::Milliseconds, 0);
    row("the same, p95", &Told::search95, Unit::Milliseconds, kSearchTarget);
    row("app, memory after all that", &Told::megabytes, Unit::Megabytes, kMemoryTarget);
    row("app, from the click on the breakfast to the first letter drawn", &Told::toLetter, Unit::Milliseconds, kLetterTarget);
}

} // namespace

int main(int argc, char **argv)
{
    const Stopwatch sinceMain;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    must(crypto::start(), "crypto");
    if (argc == 4 && std::string_view(argv[1]) == kOpen)
        return openAndTell(sinceMain, argv[2], argv[3]);
    const bool quick = isQuick(argc, argv);
    const test::TempFolder folder;
    const HubProcess hub;
    const std::unique_ptr<Device> device = founded(folder.file("device"), hub.ticket());
    const RecordId gathering = breakfast(*device);
    const Notes notes;
    struct Size {
        std::uint64_t changes;
        double target;
        const char *name;
    };
    const std::vector<Size> sizes = quick ? std::vector<Size>{{100, 0, "100 changes"}}
                                          : std::vector<Size>{{20'000, 500, "20,000 changes"}, {100'000, 1500, "100,000 changes"}};
    std::uint64_t grown = 0;
    for (const Size &size : sizes) {
        device->open();
        grow(**device, gathering, {grown, size.changes, 64}, [&](std::uint64_t number) { return notes.words(number); });
        grown = size.changes;
        must((*device)->share(), "share"); // Today opens quicker than a hub takes all of this
        must((*device)->writeSnapshot(), "snapshot");
        device->close();
        std::vector<Told> all;
        for (int round = 0; round < (quick ? 1 : 3); ++round)
            all.push_back(openedIn(argv[0], *device));
        tell(all, size.name, size.target);
    }
    return 0;
}
