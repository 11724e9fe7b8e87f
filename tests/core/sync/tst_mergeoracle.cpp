// The oracle of merging: random histories folded here in several orders, and by tests/sim/reference_model.py.
//     tst_mergeoracle --seeds 10000 --from 1     thousands of seeds, stopping at the first that differs
//     tst_mergeoracle --print 200 --from 1       the histories, one line each
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <map>

#include "tests/core/sync/mergehistory.h"
#include "tests/core/sync/mergejson.h"

using namespace ourtable;
using namespace ourtable::test;
using sync::OpenedChange;

namespace {

constexpr std::uint64_t kSeeds = 200;
constexpr int kAnswerMilliseconds = 60'000;

std::map<RecordId, std::vector<OpenedChange>> byRecord(const std::vector<OpenedChange> &changes)
{
    std::map<RecordId, std::vector<OpenedChange>> records;
    for (const OpenedChange &change : changes)
        records[change.record].push_back(change);
    return records;
}

std::string verdictsOf(const RecordId &record, const std::vector<OpenedChange> &changes, const sync::RecordState &state)
{
    std::set<std::string> lines;
    for (std::size_t i = 0; i < changes.size(); ++i)
        lines.insert(record.hex() + " change " + changes[i].hash.hex() + ' ' + std::to_string(static_cast<int>(state.verdicts[i])) + '\n');
    std::string text;
    for (const std::string &line : lines)
        text += line;
    return text;
}

std::string dumpOf(const sync::Directory &directory, const std::vector<OpenedChange> &changes)
{
    const sync::MergeContext context(catalogue::Catalogue::builtIn(), directory);
    std::string text;
    for (const auto &[record, its] : byRecord(changes)) {
        const sync::RecordState state = context.fold(its);
        text += canonicalDump(record, state) + verdictsOf(record, its, state);
    }
    return text;
}

void shuffle(std::vector<OpenedChange> &changes, SeededRandom &random)
{
    for (std::size_t i = changes.size(); i > 1; --i)
        std::swap(changes[i - 1], changes[random.below(i)]);
}

// Everything, some of it twice or three times, in another order.
std::vector<OpenedChange> arrivedSomehow(const std::vector<OpenedChange> &changes, SeededRandom &random)
{
    std::vector<OpenedChange> arrived = changes;
    for (const OpenedChange &change : changes) {
        for (std::uint64_t again = random.below(3); again > 0; --again)
            arrived.push_back(change);
    }
    shuffle(arrived, random);
    return arrived;
}

std::string jsonOf(const History &history, SeededRandom &random)
{
    return historyJson(catalogue::Catalogue::builtIn(), history.world.directory(), history.world.heads(),
                       arrivedSomehow(history.changes, random));
}

class ReferenceModel {
public:
    ReferenceModel()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(OURTABLE_PYTHON), {QStringLiteral("-B"), QStringLiteral(OURTABLE_REFERENCE_MODEL),
                                                          QStringLiteral("--verdicts")});
    }
    ~ReferenceModel()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(kAnswerMilliseconds);
    }
    std::string answer(const std::string &history)
    {
        m_process.write(QByteArray::fromStdString(history + '\n'));
        QByteArray text;
        while (!text.endsWith("\n\n")) {
            if (!m_process.waitForReadyRead(kAnswerMilliseconds))
                return "no answer of the reference model";
            text += m_process.readAllStandardOutput();
        }
        text.chop(1);
        return text.toStdString();
    }

private:
    QProcess m_process;
};

// The first line in which two dumps differ, both of its forms; empty when they do not.
std::string difference(const std::string &engine, const std::string &model)
{
    if (engine == model)
        return {};
    const QStringList a = QString::fromStdString(engine).split(QLatin1Char('\n'));
    const QStringList b = QString::fromStdString(model).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return "\nengine: " + a.value(i).toStdString() + "\nmodel:  " + b.value(i).toStdString();
    }
    return {};
}

// What is wrong with this seed; empty when nothing is.
std::string tried(std::uint64_t seed, ReferenceModel &model)
{
    const History history = makeHistory(seed);
    const sync::Directory &directory = history.world.directory();
    const std::string engine = dumpOf(directory, history.changes);
    SeededRandom random(seed);
    for (int order = 0; order < 5; ++order) {
        const std::string other = dumpOf(directory, arrivedSomehow(history.changes, random));
        if (const std::string differs = difference(engine, other); !differs.empty())
            return "seed " + std::to_string(seed) + ", another order: " + differs;
    }
    const std::string differs = difference(engine, model.answer(jsonOf(history, random)));
    return differs.empty() ? std::string() : "seed " + std::to_string(seed) + ": " + differs;
}

int tryMany(std::uint64_t from, std::uint64_t seeds)
{
    ReferenceModel model;
    for (std::uint64_t seed = from; seed < from + seeds; ++seed) {
        if (const std::string wrong = tried(seed, model); !wrong.empty()) {
            std::fprintf(stderr, "%s\n", wrong.c_str());
            return 1;
        }
    }
    std::printf("%llu histories: engine and model agree, in every order\n", static_cast<unsigned long long>(seeds));
    return 0;
}

void printMany(std::uint64_t from, std::uint64_t seeds)
{
    for (std::uint64_t seed = from; seed < from + seeds; ++seed) {
        SeededRandom random(seed);
        std::puts(jsonOf(makeHistory(seed), random).c_str());
    }
}

} // namespace

class MergeOracleTest : public QObject {
    Q_OBJECT

private slots:
    void engineAndModelAgree();
    void I11_thousandPermutationsAreOneState();
    void everyBrokenRuleIsNoticed();
    void historiesReachEveryVerdict();
};

void MergeOracleTest::engineAndModelAgree()
{
    ReferenceModel model;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
        QCOMPARE(tried(seed, model), std::string());
}

// Attack 27 of security.md 8 too: reordered and repeated deliveries give the same digest.
void MergeOracleTest::I11_thousandPermutationsAreOneState()
{
    const History history = makeHistory(7);
    QVERIFY(history.changes.size() > 20);
    const std::string engine = dumpOf(history.world.directory(), history.changes);
    SeededRandom random(27);
    for (int permutation = 0; permutation < 1000; ++permutation)
        QCOMPARE(dumpOf(history.world.directory(), arrivedSomehow(history.changes, random)), engine);
}

void MergeOracleTest::everyBrokenRuleIsNoticed()
{
    QProcess process;
    process.start(QStringLiteral(OURTABLE_PYTHON),
                  {QStringLiteral("-B"), QStringLiteral(OURTABLE_REFERENCE_MODEL), QStringLiteral("--mutants")});
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        SeededRandom random(seed);
        process.write(QByteArray::fromStdString(jsonOf(makeHistory(seed), random) + '\n'));
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(kAnswerMilliseconds));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardOutput().constData());
}

// A generator that never reaches a rule proves nothing about it.
void MergeOracleTest::historiesReachEveryVerdict()
{
    std::array<std::size_t, sync::kVerdicts> reached{};
    std::map<std::string, std::size_t> states;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        const History history = makeHistory(seed);
        const sync::MergeContext context(catalogue::Catalogue::builtIn(), history.world.directory());
        for (const auto &[record, its] : byRecord(history.changes)) {
            const sync::RecordState state = context.fold(its);
            for (std::size_t verdict = 0; verdict < reached.size(); ++verdict)
                reached[verdict] += state.counts[verdict];
            states["hidden"] += state.hidden;
            states["changed while hidden"] += state.changedWhileHidden;
            states["erased"] += state.erased;
            states["imported"] += state.imported;
            for (const auto &[number, field] : state.fields)
                states[number == catalogue::kStateField ? "state in two versions" : "two versions"] += field.twoVersions;
        }
    }
    for (std::size_t verdict = 0; verdict < reached.size(); ++verdict)
        QVERIFY2(reached[verdict] >= 10, std::to_string(verdict).c_str());
    for (const auto &[name, count] : states)
        QVERIFY2(count >= 5, name.c_str());
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto numberAfter = [&](const char *name, std::uint64_t otherwise) {
        const qsizetype at = arguments.indexOf(QLatin1String(name));
        return at < 0 ? otherwise : arguments.value(at + 1).toULongLong();
    };
    const std::uint64_t from = numberAfter("--from", 1);
    if (const std::uint64_t seeds = numberAfter("--seeds", 0); seeds > 0)
        return tryMany(from, seeds);
    if (const std::uint64_t seeds = numberAfter("--print", 0); seeds > 0) {
        printMany(from, seeds);
        return 0;
    }
    MergeOracleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mergeoracle.moc"
