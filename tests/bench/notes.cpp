#include "tests/bench/notes.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/catalogue/handles.h"
#include "core/support/json.h"
#include "core/sync/body.h"
#include "tests/bench/table.h"
#include "tests/support/seededrandom.h"

namespace ourtable::bench {
namespace {

namespace fields = catalogue::kinds::contribution;
using usecases::FieldEdit;

constexpr std::size_t kTextLimit = 500; // of the catalogue
constexpr std::size_t kShortest = 40;   // shorter texts are titles and codes

void gather(const Json &from, std::vector<std::string> &sentences)
{
    if (from.is_string()) {
        const std::string text = from.get<std::string>();
        const bool ascii = std::all_of(text.begin(), text.end(), [](char octet) { return static_cast<unsigned char>(octet) < 0x80; });
        if (text.size() >= kShortest && ascii)
            sentences.push_back(text);
    } else if (from.is_structured()) {
        for (const Json &item : from)
            gather(item, sentences);
    }
}

FieldEdit set(catalogue::FieldNumber field, Value value) { return {field, FieldEdit::How::Set, std::move(value), std::nullopt}; }

std::vector<FieldEdit> editsOf(const RecordId &gathering, const PersonId &by, const NoteWords &words, std::uint64_t number)
{
    static constexpr const char *kKinds[] = {"experience", "need", "resource", "idea", "barrier", "question"};
    static constexpr const char *kThemes[] = {"access", "money", "housing", "places", "loneliness", "carers"};
    std::vector<FieldEdit> edits{set(fields::gathering, gathering), set(fields::table, static_cast<std::int64_t>(1 + number % 6)),
                                 set(fields::order, static_cast<std::int64_t>(number % 200)), set(fields::kind_, kKinds[number % 6]),
                                 set(fields::text, words.text), set(fields::noted_by, by)};
    edits.push_back({fields::theme, FieldEdit::How::Add, Value(kThemes[number % 5]), std::nullopt});
    if (!words.translation.empty())
        edits.push_back(set(fields::translation, words.translation));
    return edits;
}

} // namespace

Notes::Notes()
{
    std::ifstream file(OURTABLE_DEMO_JSON);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const Json demo = must(parseJson(text), "demonstration programme");
    for (const char *part : {"contributions", "reflections", "need_statements", "resources", "actions", "feedback",
                             "nominations", "support_needs", "risks", "road_map", "claims", "outcome_checkins"}) {
        if (demo.contains(part))
            gather(demo.at(part), m_sentences);
    }
    must(m_sentences.size() > 100, "sentences");
}

NoteWords Notes::words(std::uint64_t number) const
{
    test::SeededRandom random(number + 1);
    std::vector<std::size_t> used;
    std::string all;
    while (all.size() < kNoteOctets) {
        const std::size_t next = random.below(m_sentences.size());
        if (std::find(used.begin(), used.end(), next) != used.end())
            continue;
        used.push_back(next);
        all += (all.empty() ? "" : " ") + m_sentences[next];
    }
    all.resize(kNoteOctets);
    const std::size_t cut = all.rfind(' ', kTextLimit);
    return {all.substr(0, cut), all.substr(cut + 1)};
}

usecases::PlannedChange plannedNote(usecases::Workspace &workspace, const RecordId &gathering, const NoteWords &words,
                                    std::uint64_t number)
{
    usecases::PlannedChange note;
    note.kind = fields::kind;
    note.record = workspace.profile().around().random.make<RecordId>();
    note.creates = true;
    note.moveTo = "noted";
    note.edits = editsOf(gathering, workspace.person(), words, number);
    return note;
}

void grow(usecases::Workspace &workspace, const RecordId &gathering, const Growth &growth,
          const std::function<NoteWords(std::uint64_t)> &words)
{
    for (std::uint64_t at = growth.from; at < growth.to;) {
        std::vector<usecases::PlannedChange> together;
        for (; at < growth.to && together.size() < growth.together; ++at)
            together.push_back(plannedNote(workspace, gathering, words(at), at));
        must(workspace.commit(std::move(together)), "grow");
    }
}

Bytes plainBody(const NoteWords &words, std::uint64_t number)
{
    test::SeededRandom random(number);
    sync::Body body;
    body.kind = fields::kind;
    body.revision = catalogue::Catalogue::builtIn().revision();
    body.clock = std::uint64_t{1'795'336'200'000} << 16;
    body.creates = true;
    for (const FieldEdit &edit : editsOf(random.make<RecordId>(), random.make<PersonId>(), words, number))
        body.writes.push_back({edit.field, edit.how == FieldEdit::How::Add ? sync::Action::Add : sync::Action::Set, edit.value, {}});
    body.writes.push_back({catalogue::kStateField, sync::Action::Move, ValueArray{"draft", "noted"}, {}});
    return sync::encodeBody(body);
}

PlainCopies::PlainCopies(std::vector<Bytes> bodies) : m_bodies(std::move(bodies))
{
    for (const Bytes &body : m_bodies) {
        m_octets.push_back(body.data());
        m_lengths.push_back(body.size());
    }
}

} // namespace ourtable::bench
