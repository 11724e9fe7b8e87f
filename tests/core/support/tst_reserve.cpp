// Room for writing when everything else is full.
#include <QTest>

#include <sys/stat.h>

#include <filesystem>

#include "core/support/reserve.h"
#include "tests/support/tempfolder.h"

using namespace ourtable;
using namespace ourtable::test;

class ReserveTest final : public QObject {
    Q_OBJECT

private slots:
    void isTakenWhereThereIsRoomAndGivenWhereThereIsNone();
    void isRealRoom();
    void aFolderThatIsNotThereIsNoMatter();
};

void ReserveTest::isTakenWhereThereIsRoomAndGivenWhereThereIsNone()
{
    const TempFolder folder;
    Reserve reserve(folder.file("reserve"));
    const auto there = [&folder] { return std::filesystem::exists(folder.file("reserve")); };
    reserve.look(Reserve::kTakeAbove);
    QVERIFY(!there());
    reserve.look(Reserve::kTakeAbove + 1);
    QVERIFY(there());
    reserve.look(Reserve::kGiveBelow);
    QVERIFY(there());
    reserve.look(Reserve::kGiveBelow - 1);
    QVERIFY(!there());
    reserve.look(Reserve::kGiveBelow + Reserve::kOctets); // what was given stays given
    QVERIFY(!there());
}

void ReserveTest::isRealRoom()
{
    const TempFolder folder;
    Reserve reserve(folder.file("reserve"));
    const std::uintmax_t before = std::filesystem::space(folder.path()).available;
    if (before < Reserve::kTakeAbove * 2)
        QSKIP("too little room on this machine");
    reserve.look();
    struct stat told {};
    QCOMPARE(::stat(folder.file("reserve").c_str(), &told), 0);
    QVERIFY(std::int64_t{told.st_blocks} * 512 >= Reserve::kOctets); // a hole in a file gives nobody room
}

void ReserveTest::aFolderThatIsNotThereIsNoMatter()
{
    Reserve reserve("/there/is/no/such/folder/reserve");
    reserve.look();
    reserve.look(Reserve::kTakeAbove + 1);
    reserve.look(0);
    QVERIFY(!std::filesystem::exists("/there/is/no/such/folder"));
}

QTEST_APPLESS_MAIN(ReserveTest)
#include "tst_reserve.moc"
