// Two apps around a real hub: its program, TLS on loopback, files on the disk.
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/bench/hubprocess.h"
#include "tests/bench/realtable.h"
#include "tests/bridge/deskview.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace note = catalogue::kinds::contribution;

class SharingOverLine : public QObject {
    Q_OBJECT

private slots:
    void oneAppSharesAndTheOtherReads();
};

void SharingOverLine::oneAppSharesAndTheOtherReads()
{
    TempFolder folder;
    auto hub = std::make_unique<bench::HubProcess>();
    std::unique_ptr<bench::Device> colin = bench::founded(folder.file("colin"), hub->ticket());
    const RecordId gathering = bench::breakfast(*colin);
    VERIFY_GOOD((*colin)->share());
    std::unique_ptr<bench::Device> dami = bench::letIn(*colin, folder.file("dami"));
    colin->close();
    dami->close();
    Member first;
    first.folder = colin->folder();
    first.password = colin->password();
    Member second;
    second.folder = dami->folder();
    second.password = dami->password();

    DeskView writer(first, colin->around());
    QVERIFY(writer.signIn());
    Sharing &sharing = *writer.session.sharing();
    QTRY_COMPARE_WITH_TIMEOUT(sharing.state(), Sharing::State::Shared, 20'000);
    const auto saved = writer.inWorkspace([gathering](usecases::Workspace &workspace) {
        usecases::NewNote made;
        made.text = "A bench by the door";
        return usecases::addNote(workspace, gathering, made);
    });
    VERIFY_GOOD(saved);
    writer.session.tellTouched(*saved, note::kind);
    writer.settle();
    QCOMPARE(sharing.state(), Sharing::State::Saved);
    sharing.tryNow();
    writer.settle();
    QCOMPARE(sharing.state(), Sharing::State::Shared);

    DeskView reader(second, dami->around());
    QVERIFY(reader.signIn());
    QCOMPARE(reader.inWorkspace([](usecases::Workspace &workspace) { return workspace.count({.kind = note::kind}); }).value(), std::int64_t{1});

    hub.reset();
    sharing.tryNow();
    writer.settle();
    QVERIFY(sharing.outOfReach());
    QCOMPARE(sharing.state(), Sharing::State::Saved);
}

QTEST_GUILESS_MAIN(SharingOverLine)
#include "tst_sharingoverline.moc"
