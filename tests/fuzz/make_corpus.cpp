// Writes the stored corpus anew, from the real encoders: make_corpus CORPUS_FOLDER DEMO_JSON
#include <cstdio>

#include "core/crypto/filestream.h"
#include "core/crypto/padding.h"
#include "core/store/snapshot.h"
#include "core/store/vaultfile.h"
#include "core/support/files.h"
#include "core/sync/bundle.h"
#include "core/sync/bodycodec.h"
#include "core/sync/invitation.h"
#include "core/sync/nearbymessage.h"
#include "core/sync/sealing.h"
#include "core/sync/wireadmin.h"
#include "core/usecases/interchange/csvexport.h"
#include "core/usecases/interchange/demoreader.h"
#include "core/usecases/interchange/jsonexport.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/nearbypair.h"
#include "tests/support/smalldirectory.h"

namespace ourtable::fuzz {

namespace {

using namespace sync;
using test::Person;
using test::SmallDirectory;
using test::smallDirectory;

class Corpus {
public:
    explicit Corpus(std::string folder) : m_folder(std::move(folder)) {}

    void add(const std::string &target, const std::string &name, ByteView octets)
    {
        must(files::makeFolder(m_folder + "/" + target).ok());
        must(files::writeWhole(m_folder + "/" + target + "/" + name, octets).ok());
    }
    void add(const std::string &target, const std::string &name, std::string_view text) { add(target, name, viewOf(text)); }
    // With the first octet that chooses a way.
    void add(const std::string &target, const std::string &name, std::uint8_t way, ByteView octets)
    {
        Bytes seed{way};
        append(seed, octets);
        add(target, name, seed);
    }

private:
    std::string m_folder;
};

Body sampleBody()
{
    const catalogue::Kind &note = *catalogue::Catalogue::builtIn().kind("contribution");
    Body body;
    body.kind = note.number;
    body.revision = 1;
    body.clock = std::uint64_t{1'795'336'200'000} << 16;
    body.clockGood = true;
    body.creates = true;
    body.writes.push_back({note.field("text")->number, Action::Set, "The bus to the clinic comes too late.", {}});
    body.writes.push_back({note.field("theme")->number, Action::Add, "money", {}});
    body.writes.push_back({catalogue::kStateField, Action::Move, ValueArray{"noted", "checked"}, {smallDirectory().random().make<ValueId>()}});
    body.part = Part{smallDirectory().random().make<RequestId>(), 0, 2};
    return body;
}

// A chain of three changes under one epoch key.
PullAnswer samplePull(const EpochKey &key)
{
    const Person &author = smallDirectory().people().front();
    PullAnswer answer;
    answer.circle = key.circle();
    answer.certificates.push_back(author.certificate);
    RunBuilder builder;
    Hash previous;
    for (std::uint64_t seq = 1; seq <= 3; ++seq) {
        Envelope head;
        head.circle = key.circle();
        head.replica = author.certificate.replica();
        head.seq = seq;
        head.previous = previous;
        head.record = smallDirectory().random().make<RecordId>();
        head.membershipHead = smallDirectory().directory().membershipHead();
        if (seq == 3)
            head.kind = ChangeKind::Erase;
        const Envelope sealed = seq == 2 ? sealToCircle(head, sampleBody(), key.circleBox().publicKey, smallDirectory().random()).value()
                                         : sealUnderEpoch(head, sampleBody(), key, smallDirectory().random()).value();
        previous = sealed.hash();
        builder.add(sealed);
    }
    answer.runs = builder.take();
    answer.seals.push_back(Seal::make(key.circle(), author.certificate.replica(), 3, previous, smallDirectory().directory().membershipHead(), author.keys));
    answer.next = 3;
    return answer;
}

void changes(Corpus &corpus)
{
    const EpochKey key = EpochKey::make(SmallDirectory::circleOf(1), 1, smallDirectory().random());
    const PullAnswer pull = samplePull(key);
    const RequestId request = smallDirectory().random().make<RequestId>();
    const std::vector<ReplicaHead> heads{{pull.circle, pull.certificates[0].replica(), 3, pull.seals[0].head}};
    const PushAnswer pushed{request, {{PushCode::Ok, PushCode::Dup, PushCode::Gap}}, heads, {}};
    HelloAnswer hello;
    hello.hubTime = 1'795'336'200'000;
    hello.directorySize = smallDirectory().entries().size();
    hello.circles.push_back({pull.circle, 3});
    hello.heads = heads;
    PullAnswer erased = pull;
    erased.runs[0].items[0].ciphertext.reset();
    corpus.add("wire", "hello", 0, HelloRequest{}.encoded());
    corpus.add("wire", "hello-answer", 1, hello.encoded());
    corpus.add("wire", "push", 2, PushRequest{request, pull.certificates, pull.runs, pull.seals}.encoded());
    corpus.add("wire", "push-answer", 3, pushed.encoded());
    corpus.add("wire", "pull", 4, pull.encoded());
    corpus.add("wire", "pull-erased", 4, erased.encoded());
    corpus.add("wire", "heads", 5, HeadsMessage{pull.circle, heads}.encoded());
    corpus.add("wire", "wait", 6, WaitAnswer{{}, true}.encoded());
    corpus.add("wire", "refusal", 7, sync::Refusal{"hub_changed", 4, Bytes(16)}.encoded());

    // Somebody else's seal over a chain that is not theirs.
    PullAnswer foreign = pull;
    const Person &other = smallDirectory().people()[1];
    foreign.certificates.push_back(other.certificate);
    foreign.seals = {Seal::make(pull.circle, other.certificate.replica(), 3, pull.seals[0].head, pull.seals[0].membershipHead, other.keys)};
    int number = 0;
    for (const PullAnswer &answer : {pull, erased, foreign}) {
        const Bytes encoded = answer.encoded();
        Bytes seed{0, static_cast<std::uint8_t>(encoded.size() >> 8), static_cast<std::uint8_t>(encoded.size())};
        append(seed, encoded);
        append(seed, pushed.encoded());
        corpus.add("log", "ingest-" + std::to_string(++number), seed);
    }
    Bytes row{1};
    for (int i = 0; i < 200; ++i)
        row.push_back(static_cast<std::uint8_t>(i % 7 == 0 ? 16 : i));
    corpus.add("log", "rows", row);

    const Bytes body = encodeBody(sampleBody());
    corpus.add("change", "body", 0, body);
    corpus.add("change", "packed", 1, packBody(body));
    corpus.add("change", "packed-short", 1, packBody(ByteView(body).first(20)));
    corpus.add("change", "frame", 2, crypto::unpadded(packBody(body)).value());
    Bytes sealed{0};
    append(sealed, crypto::unpadded(packBody(body)).value());
    corpus.add("change", "sealed", 3, sealed);
    sealed.insert(sealed.begin(), 1);
    corpus.add("change", "sealed-to-circle", 3, sealed);
}

// A locked copy under the key that the target has, and the records that would be in one.
void bundles(Corpus &corpus)
{
    test::SeededRandom random(1); // as fuzz_bundle makes its key
    const EpochKey key = EpochKey::make(SmallDirectory::circleOf(1), 1, random);
    PullAnswer set = samplePull(key);
    set.next = 0;
    corpus.add("bundle", "whole", 0, sealBundle({1'000, 2'000, {smallDirectory().entries()[0]}, {set}}, key).value());
    Bytes records{0xff, 0xff}; // chunks as long as they come
    const auto record = [&records](std::uint8_t type, ByteView body) {
        const auto length = static_cast<std::uint32_t>(body.size());
        append(records, Bytes{type, static_cast<std::uint8_t>(length), static_cast<std::uint8_t>(length >> 8), 0, 0});
        append(records, body);
    };
    record(1, cbor::encode(ValueArray{1'000, 2'000}));
    corpus.add("bundle", "empty", 1, records);
    record(2, DirectoryAnswer{{smallDirectory().entries()[0]}, false}.encoded());
    record(3, set.encoded());
    corpus.add("bundle", "records", 1, records);
}

// A creating change and one that edits, of several kinds.
void merges(Corpus &corpus)
{
    for (std::uint8_t kind = 0; kind < 40; kind += 4)
        corpus.add("merge", "kind-" + std::to_string(kind), Bytes{kind, 0, 2, 2, 0, 0, 4, 3, 't', 'e', 'a', 0, 1, 0, 7, 1, 0, 1,
                                                                  0, 0, 1, 0, 0, 4, 4, 'm', 'i', 'l', 'k', 1, 0, 1});
}

void admin(Corpus &corpus)
{
    const Person &author = smallDirectory().people().front();
    const InviteSecret secret = smallDirectory().random().make<InviteSecret>();
    const EnrolmentRequest enrolment = EnrolmentRequest::make(secret, author.keys.verifyKey, author.keys, author.keys,
                                                              author.box.publicKey, "Zoë", smallDirectory().random()).value();
    const KeyPackage package{SmallDirectory::circleOf(1), 2, author.endpoint, Bytes(48, 5)};
    const KeyBag bag{SmallDirectory::circleOf(1), 2, Bytes(40, 6)};
    const std::vector<Bytes> &entries = smallDirectory().entries();
    const DirectoryAppend change{smallDirectory().directory().head(), {entries[0], entries[1]}, {package}, {bag}, {inviteIdOf(secret)}};
    corpus.add("wireadmin", "session", 0, SessionRequest{}.encoded());
    corpus.add("wireadmin", "session-answer", 1, SessionAnswer{{}, {}, 3600}.encoded());
    corpus.add("wireadmin", "directory", 2, DirectoryAnswer{{smallDirectory().entries()[0]}, true}.encoded());
    corpus.add("wireadmin", "append", 3, change.encoded());
    corpus.add("wireadmin", "keys", 4, KeysAnswer{{package}, {bag}}.encoded());
    corpus.add("wireadmin", "found", 5, FoundRequest{inviteIdOf(secret), inviteTokenOf(secret), change}.encoded());
    corpus.add("wireadmin", "invite", 6, InvitePost{inviteIdOf(secret), {}, 1, author.keys.verifyKey, {}}.encoded());
    corpus.add("wireadmin", "invite-info", 7, InviteInfo{author.keys.verifyKey, {}, Bytes(64, 7)}.encoded());
    corpus.add("wireadmin", "enrolments", 8, EnrolmentsAnswer{{enrolment.encoded()}}.encoded());
    corpus.add("wireadmin", "enrolment", 9, enrolment.encoded());
    corpus.add("wireadmin", "name", 10, viewOf("Zoë van der Berg"));
}

void directories(Corpus &corpus)
{
    int number = 0;
    for (const std::size_t entry : {std::size_t{0}, std::size_t{1}, std::size_t{2}, smallDirectory().entries().size() - 1})
        corpus.add("directory", "entry-" + std::to_string(++number), 0, smallDirectory().entries()[entry]);

    // A founding in steps: root, device, circle, coordinator, epoch, another person, who leaves.
    corpus.add("directory", "steps", Bytes{1, 0, 1, 0, 1, 1, 1, 0, 1, 6, 1, 1, 0, 0, 1, 2, 1, 1, 1, 1, 4, 8, 0, 0, 1,
                                           7, 1, 1, 5, 1, 1, 0, 2, 2, 2, 2, 1, 2, 1, 8, 0, 0, 2, 4, 2, 0, 0, 0, 2});
    corpus.add("directory", "steps-two-coordinators", Bytes{1, 0, 1, 0, 1, 1, 1, 0, 1, 2, 1, 1, 1, 1, 4, 0, 0, 0, 1,
                                                            2, 2, 2, 1, 2, 4, 0, 0, 0, 3, 2, 3, 3, 1, 3, 4, 0, 0, 0, 6, 8, 1, 0, 2});
}

void handedOver(Corpus &corpus)
{
    Invitation invitation;
    invitation.address = "hub.example.org:8443";
    invitation.secret = smallDirectory().random().make<InviteSecret>();
    invitation.expires = 1'795'336'200'000;
    corpus.add("invitation", "person", invitation.text());
    invitation.kind = Invitation::Kind::Founding;
    invitation.address = "[2001:db8::1]:443";
    corpus.add("invitation", "founding", invitation.text() + "\n");
    corpus.add("invitation", "address", "192.0.2.7:8443");
    corpus.add("text", "code", invitation.typedCode());

    Keyring ring;
    for (std::uint32_t epoch = 1; epoch <= 2; ++epoch)
        ring.add(EpochKey::make({}, epoch, smallDirectory().random()));
    corpus.add("keys", "keyring", 0, ring.serialised().view());
    corpus.add("keys", "bag-content", 2, cbor::encode(ValueArray{ValueArray{1, Bytes(32)}, ValueArray{2, Bytes(32)}}));
    Bytes bound(16); // circle, epoch, reader
    append(bound, Bytes{4, 0, 0, 0, 0, 0, 0, 0});
    append(bound, Bytes(16));
    corpus.add("keys", "package-true", 5, bound);
}

void deviceFiles(Corpus &corpus, const std::string &scratch)
{
    store::VaultFile vault;
    vault.sealedMaster = Bytes(72, 1);
    vault.escrow = Bytes(112, 2);
    vault.keyring = Bytes(40, 3);
    must(store::writeVaultFile(scratch, vault).ok());
    corpus.add("devicefiles", "vault", 0, files::readWhole(scratch).value());
    corpus.add("devicefiles", "label", 1, store::SnapshotLabel{1, {}, {}, {7, {}}}.encoded());
    cbor::Writer file;
    file.map(6);
    for (int key = 0; key < 5; ++key) {
        file.integer(key);
        file.integer(key == 0 ? 1 : 2);
    }
    file.integer(5);
    file.octets(Bytes(32));
    Bytes attempts{0, static_cast<std::uint8_t>(file.bytes().size())};
    append(attempts, file.bytes());
    append(attempts, cbor::encode(ValueArray{5, 3}));
    corpus.add("devicefiles", "attempts", 2, attempts);
    must(crypto::sealFile(scratch, crypto::SecretKey().view(), Bytes(100, 9), {}).ok());
    corpus.add("devicefiles", "stream", 3, files::readWhole(scratch).value());
    must(files::removeCopy(scratch).ok());
}

void addChunk(Bytes &to, ByteView chunk)
{
    to.push_back(static_cast<std::uint8_t>(chunk.size() >> 8));
    to.push_back(static_cast<std::uint8_t>(chunk.size()));
    append(to, chunk);
}

void nearby(Corpus &corpus)
{
    const CircleId circle = SmallDirectory::circleOf(1);
    const EpochKey key = EpochKey::make(circle, 1, smallDirectory().random());
    const PullAnswer page = samplePull(key);
    const std::vector<std::pair<std::string, NearbyMessage>> messages{
        {"agreed", NearbyAgreed{}},
        {"heads", NearbyHeads{9, {{circle, {{circle, page.runs.front().replica, 3, {}}}}}}},
        {"parcel", NearbyParcel{page, true, 4, true}},
        {"taken", NearbyTaken{3, 1, 0}},
        {"stop", NearbyStop{true}},
    };
    Bytes meeting{0}; // the person here agrees first
    Bytes frames{5};
    for (const auto &[name, message] : messages) {
        corpus.add("nearby", name, 0, encoded(message));
        if (name != "agreed")
            meeting.push_back(1);
        addChunk(meeting, encoded(message));
    }
    corpus.add("nearby", "meeting", 3, meeting);
    test::NearbyPair pair;
    Bytes called{0};
    Bytes caller{1};
    const test::NearbyPair::Said said = pair.meet();
    for (std::size_t i = 0; i < said.messages.size(); ++i) {
        append(frames, NearbyFrames::framed(said.messages[i]));
        addChunk(i % 2 == 0 ? called : caller, said.messages[i]);
    }
    corpus.add("nearby", "frames", 1, frames);
    corpus.add("nearby", "called", 2, called);
    corpus.add("nearby", "caller", 2, caller);
}

// A list of the demonstration cut to its first items.
Json beginningOf(const Json &list, std::size_t items)
{
    if (!list.is_array())
        return list;
    Json cut = Json::array();
    for (std::size_t i = 0; i < std::min(items, list.size()); ++i)
        cut.push_back(list[i]);
    return cut;
}

void interchange(Corpus &corpus, const Json &demonstration)
{
    const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn();
    // Two lists a file, the second behind what may end the first.
    std::vector<std::string> lists;
    for (const auto &[key, list] : demonstration.items())
        if (key != "vocabularies" && key != "meta")
            lists.push_back(key);
    for (std::size_t i = 0; i + 1 < lists.size(); i += 2) {
        Json document;
        document["meta"] = demonstration["meta"];
        for (const std::string &key : {lists[i], lists[i + 1]})
            document[key] = beginningOf(demonstration[key], 1);
        corpus.add("demo", lists[i], document.dump());
    }
    Json people;
    people["meta"] = demonstration["meta"];
    for (const char *key : {"organisations", "people", "gatherings"})
        people[key] = beginningOf(demonstration[key], 3);
    corpus.add("demo", "together", people.dump());

    const auto records = usecases::readProgramme(demonstration, catalogue, {}).value();
    for (std::size_t i = 0; i < catalogue.kinds().size(); ++i) {
        const catalogue::Kind &kind = catalogue.kinds()[i];
        const auto found = std::find_if(records.begin(), records.end(), [&](const auto &record) { return record.kind == kind.number; });
        if (found == records.end())
            continue;
        if (i % 2 == 0)
            corpus.add("import", kind.name, usecases::exportRecords({&*found, 1}, catalogue, {}).value().dump());
        if (i % 3 == 0)
            corpus.add("csv", kind.name, static_cast<std::uint8_t>(i), viewOf(usecases::exportCsv({&*found, 1}, kind).value()));
    }
}

} // namespace
} // namespace ourtable::fuzz

int main(int count, char **words)
{
    using namespace ourtable;
    if (count != 3 || !crypto::start()) {
        std::fputs("make_corpus CORPUS_FOLDER DEMO_JSON\n", stderr);
        return 2;
    }
    fuzz::Corpus corpus(words[1]);
    fuzz::changes(corpus);
    fuzz::merges(corpus);
    fuzz::admin(corpus);
    fuzz::directories(corpus);
    fuzz::handedOver(corpus);
    fuzz::deviceFiles(corpus, std::string(words[1]) + "/scratch");
    const Result<Bytes> demonstration = files::readWhole(words[2]);
    fuzz::must(demonstration.ok());
    fuzz::interchange(corpus, parseJson(textOf(*demonstration)).value());
    fuzz::bundles(corpus);
    fuzz::nearby(corpus);
    return 0;
}
