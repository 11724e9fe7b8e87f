// Messages that no honest hub or device sends, as the fuzz targets of tests/fuzz found them to matter.

#include <QTest>

#include "core/crypto/aead.h"
#include "core/crypto/hashing.h"
#include "core/crypto/padding.h"
#include "core/sync/bodycodec.h"
#include "core/sync/circlekeys.h"
#include "core/sync/enrolment.h"
#include "core/sync/wire.h"
#include "tests/support/seededrandom.h"

using namespace ourtable;
using namespace ourtable::sync;

class tst_decoders : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::start()); }
    void timesThatNoClockShowsAreRefused();
    void aRunEndsAtTheLastNumber();
    void attack120_aPlainBodyIsLimitedToo();
    void aKeyringIsInOrderAndHoldsNoKeyTwice();
    void aBagNamesEpochsThatExist();
    void anInvitedPersonsNameIsOneLineThatARecordTakes_data();
    void anInvitedPersonsNameIsOneLineThatARecordTakes();
};

void tst_decoders::timesThatNoClockShowsAreRefused()
{
    HelloAnswer told;
    for (const std::int64_t time : {std::int64_t{0}, (std::int64_t{1} << 47) - 1}) {
        told.hubTime = time;
        QVERIFY(HelloAnswer::decode(told.encoded()).ok());
    }
    for (const std::int64_t time : {INT64_MIN, std::int64_t{-1}, std::int64_t{1} << 47, INT64_MAX}) {
        told.hubTime = time;
        const auto read = HelloAnswer::decode(told.encoded());
        QVERIFY(!read && read.error().code == ErrorCode::Malformed);
    }
}

void tst_decoders::aRunEndsAtTheLastNumber()
{
    Run run;
    run.epoch = 1;
    run.firstSeq = INT64_MAX;
    run.items.resize(1);
    const auto decoded = [&run] { return PullAnswer::decode(PullAnswer{{}, {run}, {}, {}, 0, false}.encoded()).ok(); };
    QVERIFY(decoded());
    run.items.resize(2);
    QVERIFY(!decoded());
}

void tst_decoders::attack120_aPlainBodyIsLimitedToo()
{
    const auto unpacked = [](std::size_t octets) { return unpackBody(crypto::padded(Bytes(1 + octets))); };
    QVERIFY(unpacked(kBodyOctets).ok());
    QCOMPARE(unpacked(kBodyOctets + 1).error().code, ErrorCode::TooLarge);
}

void tst_decoders::aKeyringIsInOrderAndHoldsNoKeyTwice()
{
    const auto reads = [](std::initializer_list<std::int64_t> epochs) {
        ValueArray keys;
        for (const std::int64_t epoch : epochs)
            keys.push_back(ValueArray{CircleId{}, epoch, Bytes(crypto::kKeySize)});
        return Keyring::fromSerialised(cbor::encode(keys)).ok();
    };
    QVERIFY(reads({}));
    QVERIFY(reads({1, 2, 7}));
    QVERIFY(!reads({2, 1}));
    QVERIFY(!reads({1, 1}));
    QVERIFY(!reads({0}));
    QVERIFY(!reads({std::int64_t{1} << 32}));
}

void tst_decoders::aBagNamesEpochsThatExist()
{
    test::SeededRandom random;
    const EpochKey earlier = EpochKey::make({}, 1, random);
    const EpochKey newest = EpochKey::make({}, 2, random);
    Bytes binding(CircleId::size);
    append(binding, crypto::le64(2));
    for (const std::int64_t wrapped : {std::int64_t{0}, std::int64_t{1} << 32}) {
        ValueArray keys; // not ValueArray{ValueArray{...}}: compilers differ on whether that is one array or two
        keys.emplace_back(ValueArray{wrapped + 1, toBytes(earlier.key())});
        const Bytes bag = crypto::sealWithNonce(random, crypto::subkeyOf(newest.key(), crypto::EpochSubkey::KeyBag).view(),
                                                cbor::encode(keys), binding);
        Keyring ring;
        QCOMPARE(ring.openBag(newest, bag, {{1, earlier.commitment()}}).ok(), wrapped == 0);
        QCOMPARE(ring.size(), std::size_t(wrapped == 0 ? 1 : 0));
    }
}

void tst_decoders::anInvitedPersonsNameIsOneLineThatARecordTakes_data()
{
    QTest::addColumn<QByteArray>("sealed");
    QTest::addColumn<QByteArray>("read"); // empty: refused
    QTest::newRow("a name") << QByteArray("Zo\u00eb") << QByteArray("Zo\u00eb");
    QTest::newRow("steers a terminal") << QByteArray("Zo\x1b[2J\u202e\u00eb") << QByteArray("Zo[2J\u00eb");
    QTest::newRow("two lines") << QByteArray("Zo\u00eb\nis in.") << QByteArray("Zo\u00eb is in.");
    QTest::newRow("longest") << QByteArray(80, 'z') << QByteArray(80, 'z');
    QTest::newRow("too long") << QByteArray(81, 'z') << QByteArray();
    QTest::newRow("nothing") << QByteArray(" \t") << QByteArray();
    QTest::newRow("no text") << QByteArray("\xff") << QByteArray();
}

void tst_decoders::anInvitedPersonsNameIsOneLineThatARecordTakes()
{
    QFETCH(const QByteArray, sealed);
    QFETCH(const QByteArray, read);
    test::SeededRandom random;
    const InviteSecret secret{};
    EnrolmentRequest request;
    request.sealedName = crypto::sealWithNonce(random, inviteMacKey(secret).view(), viewOf(sealed.toStdString()), request.invite.view());
    const auto name = request.knownAs(secret);
    QCOMPARE(name.ok(), !read.isEmpty());
    if (name)
        QCOMPARE(QByteArray::fromStdString(*name), read);
    else
        QCOMPARE(name.error().code, ErrorCode::SealBroken);
}

QTEST_APPLESS_MAIN(tst_decoders)
#include "tst_decoders.moc"
