// What the sheet of the first day opens later.
#include <QTest>

#include "core/store/vault.h"
#include "core/support/crockford.h"
#include "tests/support/programme.h"

using namespace ourtable;
using namespace ourtable::test;

class Recovery : public QObject {
    Q_OBJECT

private slots:
    void theSheetOpensTheVaultOfWhoeverJoined();

private:
    static std::optional<crypto::BoxKeyPair> keyOn(const std::string &sheet)
    {
        const std::size_t half = sheet.size() / 2;
        const std::optional<Bytes> first = crockford::decodeCode(sheet.substr(0, half));
        const std::optional<Bytes> second = crockford::decodeCode(sheet.substr(half + 1));
        if (!first || !second)
            return std::nullopt;
        Bytes seed = *first;
        append(seed, *second);
        return crypto::BoxKeyPair::fromSeed(crypto::KeyView(seed));
    }
};

void Recovery::theSheetOpensTheVaultOfWhoeverJoined()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *dami = programme.letIn("Dami", {"lay_partner"}); // unlocked once
    QVERIFY2(dami, programme.failure.c_str());
    const std::optional<crypto::BoxKeyPair> recovery = keyOn(programme.sheet.recoveryKey);
    QVERIFY(recovery);
    const Bytes draft = (*dami)->sealedForMe("form:note", viewOf("half a sent"));
    for (Member *member : {dami, &programme.coordinator}) {
        const store::Vault vault(member->profile->vaultPath(member->endpoint), {member->secrets, member->clock, programme.random});
        const Result<store::UnlockedVault> opened = vault.recover(*recovery);
        QVERIFY(opened);
        QCOMPARE(crypto::openWithNonce(opened->draftKey().view(), draft, viewOf("form:note")).ok(), member == dami);
    }
    const store::Vault vault(dami->profile->vaultPath(dami->endpoint), {dami->secrets, dami->clock, programme.random});
    QVERIFY(!vault.recover(crypto::BoxKeyPair::make(programme.random)));
}

QTEST_GUILESS_MAIN(Recovery)
#include "tst_recovery.moc"
