// From a body to what is sealed and back, and the dictionary that must not change.
#include <QTest>

#include "core/crypto/hashing.h"
#include "core/crypto/padding.h"
#include "core/sync/bodycodec.h"
#include "core/sync/dictionary.h"
#include "tests/support/seededrandom.h"

using namespace ourtable;
using namespace ourtable::sync;

namespace {

// Not in the dictionary, in its manner.
constexpr std::string_view kWords = "The hall was freezing and the chairs were the small ones from the school, so nobody wanted to stay. "
                                    "My neighbour walked home with me and we agreed that we would both come again if there was a heater.";

} // namespace

class BodyCodec : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::start()); }
    void theDictionaryNeverChanges();
    void bodiesComeBack_data();
    void bodiesComeBack();
    void ordinaryWordsTakeLittleRoom();
    void whatIsNotOursIsRefused();
};

void BodyCodec::theDictionaryNeverChanges()
{
    QCOMPARE(crypto::plainHashOf(dictionary1()).hex(), std::string("423ce05abe3624400a9ace4d3e5f25ce11db10dbf0a6885a626e3e01059becc0"));
}

void BodyCodec::bodiesComeBack_data()
{
    QTest::addColumn<int>("octets");
    for (const int octets : {0, 1, 63, 64, 65, 1'000, 60'000, 256 * 1024})
        QTest::addRow("%d", octets) << octets;
}

void BodyCodec::bodiesComeBack()
{
    QFETCH(int, octets);
    Bytes words;
    while (words.size() < static_cast<std::size_t>(octets))
        append(words, viewOf(kWords));
    words.resize(static_cast<std::size_t>(octets));
    QVERIFY(unpackBody(packBody(words)).value() == words);
    Bytes noise(static_cast<std::size_t>(octets));
    test::SeededRandom(7).fill(noise);
    QVERIFY(unpackBody(packBody(noise)).value() == noise);
}

void BodyCodec::ordinaryWordsTakeLittleRoom()
{
    QVERIFY(packBody(viewOf(kWords)).size() < kWords.size() * 6 / 10);
}

void BodyCodec::whatIsNotOursIsRefused()
{
    const auto codeOf = [](Bytes packed) { return unpackBody(std::move(packed)).error().code; };
    QCOMPARE(codeOf({}), ErrorCode::SealBroken);
    QCOMPARE(codeOf(crypto::padded({})), ErrorCode::SealBroken);
    QCOMPARE(codeOf(crypto::padded({2, 1, 2, 3})), ErrorCode::Unsupported);
    QCOMPARE(codeOf(crypto::padded({1, 1, 2, 3})), ErrorCode::SealBroken);
    Bytes cut = crypto::unpadded(packBody(viewOf(kWords))).value();
    cut.resize(cut.size() / 2);
    QCOMPARE(codeOf(crypto::padded(cut)), ErrorCode::SealBroken);
    Bytes changed = packBody(viewOf(kWords));
    changed.back() ^= 1;
    QCOMPARE(codeOf(changed), ErrorCode::SealBroken);
}

QTEST_GUILESS_MAIN(BodyCodec)
#include "tst_bodycodec.moc"
