#include "app/bridge/printjob.h"

#include <algorithm>
#include <array>

#include "app/bridge/meetingfacts.h"
#include "app/bridge/paperwords.h"
#include "core/catalogue/handles.h"
#include "core/support/files.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using report::Paper;
using report::PaperPress;
using usecases::Workspace;

constexpr std::size_t kAllOthers = 1000;
constexpr std::size_t kFewestOthers = 1;
constexpr std::size_t kLeastNotes = 4; // fewer: other lists become shorter first

// The largest room up to `most` whose paper fits; nothing when none does. More room never takes fewer pages.
template <class Make>
Result<std::optional<std::size_t>> fullest(PaperPress &press, std::size_t most, const Make &make)
{
    std::optional<std::size_t> fits;
    for (std::size_t low = 0, high = most + 1; low < high;) {
        const std::size_t tried = !fits && high == most + 1 ? most : (low + high) / 2; // all of it, most of the time
        OURTABLE_ASSIGN(const Paper paper, make(tried));
        OURTABLE_ASSIGN(const std::size_t pages, press.pagesOf(paper));
        if (pages <= paper.mostPages) {
            fits = tried;
            low = tried + 1;
        } else {
            high = tried;
        }
    }
    return fits;
}

Result<Paper> notesThatFit(Workspace &workspace, PaperPress &press, const PrintWish &wish)
{
    OURTABLE_ASSIGN(const usecases::BreakfastPaper found, usecases::breakfastPaper(workspace, *wish.meeting));
    const auto all = static_cast<std::size_t>(found.notes);
    for (const std::size_t others : {kAllOthers, std::size_t{12}, std::size_t{6}, std::size_t{3}, kFewestOthers}) {
        const auto make = [&](std::size_t notes) { return paperwords::notes(workspace, found, wish.today, {notes, others}); };
        OURTABLE_ASSIGN(const std::optional<std::size_t> notes, fullest(press, all, make));
        if (others == kFewestOthers || (notes && *notes >= std::min(all, kLeastNotes)))
            return make(notes.value_or(0));
    }
    return Error{ErrorCode::Internal, "notes"};
}

Result<Paper> wallThatFits(Workspace &workspace, PaperPress &press, const PrintWish &wish)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordView> lines, usecases::wallLines(workspace));
    const auto make = [&](std::size_t room) -> Result<Paper> {
        return paperwords::wall(workspace.catalogue(), lines, room, wish.size, wish.colour, wish.today);
    };
    OURTABLE_ASSIGN(const std::optional<std::size_t> room, fullest(press, lines.size(), make));
    return make(room.value_or(0));
}

struct Known {
    const char *paper;
    const char *file;
    bool ofMeeting;
};
constexpr std::array<Known, 6> kKnown{{{"notes", "notes", true},
                                       {"tableCards", "table-cards", true},
                                       {"signIn", "sign-in", true},
                                       {"prompts", "prompts", true},
                                       {"wall", "you-said-we-did", false},
                                       {"promises", "promises", false}}};

Result<const Known *> knownOf(const PrintWish &wish)
{
    const auto found = std::find_if(kKnown.begin(), kKnown.end(), [&wish](const Known &each) { return wish.paper == QLatin1String(each.paper); });
    if (found == kKnown.end() || (found->ofMeeting && !wish.meeting))
        return Error{ErrorCode::NotFound, "paper"};
    return &*found;
}

Result<RecordId> writeDown(Workspace &workspace, const Paper &paper)
{
    namespace fields = kinds::print_record;
    const auto put = [](catalogue::FieldNumber field, Value value) {
        return usecases::FieldEdit{field, usecases::FieldEdit::How::Set, std::move(value), std::nullopt};
    };
    const bool open = paper.sensitivity == catalogue::Sensitivity::Open;
    OURTABLE_ASSIGN(const usecases::Saved saved,
                    workspace.create(fields::kind, {put(fields::what, paper.title), put(fields::action, "exported"),
                                                    put(fields::record_sensitivity, open ? "open" : "members"), put(fields::by, workspace.person()),
                                                    put(fields::at, workspace.now())}));
    return saved.record;
}

} // namespace

Result<Paper> paperFor(Workspace &workspace, PaperPress &press, const PrintWish &wish)
{
    OURTABLE_TRY(knownOf(wish));
    if (wish.paper == u"notes")
        return notesThatFit(workspace, press, wish);
    if (wish.paper == u"tableCards")
        return paperwords::tableCards(workspace, *wish.meeting, wish.today);
    if (wish.paper == u"signIn")
        return paperwords::signIn(workspace, *wish.meeting, wish.today);
    if (wish.paper == u"prompts")
        return paperwords::prompts(workspace, *wish.meeting, wish.today);
    return wish.paper == u"wall" ? wallThatFits(workspace, press, wish) : paperwords::promises(workspace, wish.today);
}

Result<std::string> fileNameFor(Workspace &workspace, const PrintWish &wish)
{
    OURTABLE_ASSIGN(const Known *const known, knownOf(wish));
    std::string day = wish.today.toStdString();
    if (known->ofMeeting) {
        OURTABLE_ASSIGN(const store::RecordView meeting, workspace.get(*wish.meeting));
        day = meetings::textIn(meeting, kinds::gathering::date);
    }
    const std::string size = wish.paper != u"wall" ? "" : wish.size == Paper::Size::A3 ? "-a3" : "-a4";
    const std::string ink = wish.paper == u"wall" && !wish.colour ? "-black" : "";
    return std::string(known->file) + size + ink + "-" + day + ".pdf";
}

Result<PrintedFile> printTo(Workspace &workspace, PaperPress &press, const PrintWish &wish, const QString &folder)
{
    OURTABLE_ASSIGN(const Paper paper, paperFor(workspace, press, wish));
    OURTABLE_ASSIGN(const std::string name, fileNameFor(workspace, wish));
    OURTABLE_ASSIGN(const Bytes pdf, press.pdfOf(paper));
    OURTABLE_TRY(files::makeFolder(folder.toStdString()));
    const std::string path = folder.toStdString() + "/" + name;
    OURTABLE_TRY(files::writeWhole(path, pdf));
    const Result<RecordId> record = writeDown(workspace, paper);
    if (!record) {
        OURTABLE_TRY(files::removeCopy(path)); // what was not written down was not printed
        return record.error();
    }
    return PrintedFile{QString::fromStdString(path), {*record, kinds::print_record::kind}};
}

} // namespace ourtable
