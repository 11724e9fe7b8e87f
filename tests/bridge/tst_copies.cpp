// A locked copy through the view models: saved on one device, brought in on another, and what people are told.
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/bridge/lockedcopy.h"
#include "app/bridge/copyplaces.h"
#include "app/bridge/sharinghistory.h"
#include "core/catalogue/handles.h"
#include "qml/engine/translation.h"
#include "tests/bridge/deskview.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace note = catalogue::kinds::contribution;

class CopiesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_words.use(QStringLiteral("en_GB")); }
    void init();
    void cleanup();

    void aCopyIsSavedAndBroughtIn();
    void whatCameInGoesOnByItself();
    void whenSomethingIsWrongItSaysWhatToDo();
    void sticksAreDisksOfTheirOwn();
    void theNewestCopyStandsFirst();

private:
    void write(DeskView &desk, const std::string &text);
    [[nodiscard]] QString stick() const { return m_stick->path(); }
    [[nodiscard]] QString onlyCopy() const { return CopyPlaces::copiesIn({stick()}).value(0); }
    void save(LockedCopy &copies, const QString &folder);
    void bringIn(LockedCopy &copies, const QString &path);

    Translation m_words;
    std::unique_ptr<Programme> m_programme;
    std::unique_ptr<QTemporaryDir> m_stick;
    std::unique_ptr<DeskView> m_ruth;
    std::unique_ptr<DeskView> m_desktop;
    RecordId m_gathering;
};

void CopiesTest::init()
{
    m_stick = std::make_unique<QTemporaryDir>();
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    Member *ruth = m_programme->letIn("Ruth", {"lay_partner"});
    QVERIFY2(ruth, m_programme->failure.c_str());
    const auto gathering = usecases::startBreakfast(**ruth, {.date = "2026-11-12", .place = "The Copper Kettle"});
    VERIFY_GOOD(gathering);
    m_gathering = *gathering;
    VERIFY_GOOD((*ruth)->share());
    VERIFY_GOOD(m_programme->coordinator->share());
    m_programme->close(*ruth);
    m_programme->close(m_programme->coordinator);
    m_ruth = std::make_unique<DeskView>(*m_programme, *ruth);
    m_desktop = std::make_unique<DeskView>(*m_programme, m_programme->coordinator);
    QVERIFY(m_ruth->signIn());
    QVERIFY(m_desktop->signIn());
    m_programme->hub.online = false;
}

void CopiesTest::cleanup()
{
    m_ruth.reset();
    m_desktop.reset();
    m_programme.reset();
}

void CopiesTest::write(DeskView &desk, const std::string &text)
{
    const auto saved = desk.inWorkspace([&](usecases::Workspace &workspace) {
        usecases::NewNote made;
        made.text = text;
        return usecases::addNote(workspace, m_gathering, made);
    });
    VERIFY_GOOD(saved);
    desk.session.tellTouched(*saved, note::kind);
    desk.settle();
}

void CopiesTest::save(LockedCopy &copies, const QString &folder)
{
    copies.save(folder);
    QTRY_VERIFY(!copies.busy());
}

void CopiesTest::bringIn(LockedCopy &copies, const QString &path)
{
    copies.bringIn(path);
    QTRY_VERIFY(!copies.busy());
    m_desktop->settle();
}

void CopiesTest::aCopyIsSavedAndBroughtIn()
{
    LockedCopy saving;
    saving.setProperty("session", QVariant::fromValue(&m_ruth->session));
    write(*m_ruth, "A bench");
    write(*m_ruth, "A ramp");
    save(saving, stick());
    QCOMPARE(saving.problem(), QString());
    QCOMPARE(saving.outcome(), QStringLiteral("Saved: 2 notes."));
    const QString copy = onlyCopy();
    QVERIFY(saving.next().contains(QFileInfo(copy).fileName()));
    QCOMPARE(m_ruth->session.sharing()->toShare(), 2); // until the hub has them

    LockedCopy bringing;
    bringing.setProperty("session", QVariant::fromValue(&m_desktop->session));
    bringIn(bringing, copy);
    QCOMPARE(bringing.problem(), QString());
    QCOMPARE(bringing.outcome(), QStringLiteral("Came in: 2 notes."));
    QCOMPARE(m_desktop->session.sharing()->toShare(), 2);
    bringIn(bringing, copy);
    QCOMPARE(bringing.outcome(), QStringLiteral("Everything in it is here already."));

    for (const auto &[desk, told] : {std::pair(m_ruth.get(), QStringLiteral("2 notes saved in a locked copy")),
                                     std::pair(m_desktop.get(), QStringLiteral("2 notes came in a locked copy"))}) {
        SharingHistory history;
        const QAbstractItemModelTester tester(&history);
        history.setSession(&desk->session);
        const auto tells = [&history, words = told] {
            for (int row = 0; row < history.count(); ++row) {
                if (history.data(history.index(row), SharingHistory::TextRole).toString() == words)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(tells());
    }
}

void CopiesTest::whatCameInGoesOnByItself()
{
    LockedCopy saving;
    saving.setProperty("session", QVariant::fromValue(&m_ruth->session));
    write(*m_ruth, "A bench");
    save(saving, stick());
    m_programme->hub.online = true;
    LockedCopy bringing;
    bringing.setProperty("session", QVariant::fromValue(&m_desktop->session));
    bringIn(bringing, onlyCopy());
    QTRY_COMPARE(m_desktop->session.sharing()->toShare(), 0);
    QCOMPARE(m_ruth->session.sharing()->toShare(), 1); // its own receipt is still to come
}

void CopiesTest::whenSomethingIsWrongItSaysWhatToDo()
{
    LockedCopy copies;
    copies.setProperty("session", QVariant::fromValue(&m_ruth->session));
    save(copies, stick());
    QVERIFY(copies.problem().contains(QStringLiteral("with the hub already")));
    write(*m_ruth, "A bench");
    save(copies, stick() + QStringLiteral("/gone"));
    QVERIFY(copies.problem().contains(QStringLiteral("Is the stick still in?")));
    QCOMPARE(copies.outcome(), QString());
    QVERIFY(onlyCopy().isEmpty());
    copies.bringIn(stick() + QStringLiteral("/gone"));
    QTRY_VERIFY(copies.problem().startsWith(QStringLiteral("That file is gone.")));
    QFile other(stick() + QStringLiteral("/other.ourtable"));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("words") == 5);
    other.close();
    copies.bringIn(other.fileName());
    QTRY_VERIFY(copies.problem().startsWith(QStringLiteral("That is no locked copy.")));
    QVERIFY(other.remove());
    save(copies, stick());
    QCOMPARE(copies.problem(), QString());
    QFile copy(onlyCopy());
    QVERIFY(copy.resize(copy.size() - 1));
    copies.bringIn(copy.fileName());
    QTRY_VERIFY(copies.problem().contains(QStringLiteral("damaged")));
    copies.forget();
    QCOMPARE(copies.problem(), QString());
}

void CopiesTest::sticksAreDisksOfTheirOwn()
{
    QDir media(stick());
    QVERIFY(media.mkpath(QStringLiteral("ruth/BLUE")) && media.mkpath(QStringLiteral("ruth/AMBER")) && media.mkpath(QStringLiteral("ruth/left over")));
    const QString ruth = media.filePath(QStringLiteral("ruth"));
    const auto mounted = [](const QString &folder) { return !folder.endsWith(QStringLiteral("left over")); };
    QCOMPARE(CopyPlaces::sticksUnder({ruth, media.filePath(QStringLiteral("nowhere"))}, mounted),
             (QStringList{ruth + QStringLiteral("/AMBER"), ruth + QStringLiteral("/BLUE")}));
}

void CopiesTest::theNewestCopyStandsFirst()
{
    const auto make = [this](const QString &name, int days) {
        QFile file(stick() + u'/' + name);
        return file.open(QIODevice::WriteOnly) && file.setFileTime(QDateTime(QDate(2026, 11, days), QTime(9, 0)), QFileDevice::FileModificationTime);
    };
    QVERIFY(make(QStringLiteral("a.ourtable"), 1) && make(QStringLiteral("b.ourtable"), 3) && make(QStringLiteral("c.ourtable"), 2) && make(QStringLiteral("d.txt"), 4));
    QStringList names;
    for (const QString &path : CopyPlaces::copiesIn({stick()}))
        names.append(QFileInfo(path).fileName());
    QCOMPARE(names, (QStringList{QStringLiteral("b.ourtable"), QStringLiteral("c.ourtable"), QStringLiteral("a.ourtable")}));
}

QTEST_GUILESS_MAIN(CopiesTest)
#include "tst_copies.moc"
