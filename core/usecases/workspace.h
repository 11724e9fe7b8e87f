// What one signed-in person can do on one device: read, write, search, share. Permissions, moves and guards are enforced
// here, whatever a screen offers (design README 4). One thread.
#pragma once

#include <functional>
#include <map>
#include <span>

#include "core/store/projection.h"
#include "core/store/search.h"
#include "core/sync/circlekeys.h"
#include "core/sync/merge.h"
#include "core/usecases/profile.h"
#include "core/usecases/recordedit.h"

namespace ourtable::usecases {

// A record whose projection may look different now. Its kind is the one it was shown as; it may be gone.
struct Touched {
    RecordId record;
    catalogue::KindNumber kind = 0;
    bool operator==(const Touched &) const = default;
};

class Workspace {
public:
    // Unlocks the person's vault on this profile and folds the log: from the snapshot when it fits, otherwise anew. The only
    // person's vault when endpoint is not given. TryLater, Frozen, WrongSecret, NotFound, Waiting (not let in yet).
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> unlock(Profile &profile, const std::string &password,
                                                                  std::optional<EndpointId> endpoint = std::nullopt);
    ~Workspace();

    [[nodiscard]] const catalogue::Catalogue &catalogue() const { return *m_catalogue; }
    // The same, for another thread to keep; stays as it is when an overlay comes.
    [[nodiscard]] std::shared_ptr<const catalogue::Catalogue> catalogueShared() const { return m_catalogue; }
    [[nodiscard]] Profile &profile() { return m_profile; }
    [[nodiscard]] const EndpointId &endpoint() const { return m_endpoint; }
    [[nodiscard]] PersonId person() const;
    [[nodiscard]] std::vector<catalogue::RoleNumber> roles() const;
    [[nodiscard]] bool may(const catalogue::Kind &kind, catalogue::Right right) const;
    [[nodiscard]] std::int64_t now() const; // milliseconds, by the hub's time where it is known

    // --- writing: on disk when it returns, or nothing happened. Errors: NotPermitted, InvalidInput, TooLong, UnknownCode,
    // RequiredMissing, MoveRefused, GuardRefused, NotFound, Erased, StorageFull ...
    [[nodiscard]] Result<Saved> create(catalogue::KindNumber kind, std::vector<FieldEdit> edits, const CreateOptions &options = {});
    [[nodiscard]] Result<void> change(const RecordId &record, std::vector<FieldEdit> edits,
                                      const std::optional<std::string> &draft = std::nullopt);
    // A move of the state table, with edits that belong to it (a reason). Guards run here.
    [[nodiscard]] Result<void> move(const RecordId &record, std::string_view to, std::vector<FieldEdit> edits = {});
    // Several records at once, all or nothing, shown together elsewhere. At most 64.
    [[nodiscard]] Result<void> commit(std::vector<PlannedChange> changes, const std::optional<std::string> &draft = std::nullopt);
    // Removing is undoable for ever; taking back is not (design README 8): by the author or any reader of its circle, with
    // every verbatim copy (Quotation), and every draft and snapshot on this device. At most 20 records a day of one endpoint:
    // GuardRefused "twenty_taken_back". What of it stays, in other words: takingback.h.
    [[nodiscard]] Result<void> hide(const RecordId &record);
    [[nodiscard]] Result<void> restore(const RecordId &record);
    [[nodiscard]] Result<void> takeBack(const RecordId &record);
    // Settles two versions of a field: the chosen value replaces all that are shown. Of the state: the code that one of them
    // led to. Several fields at once: undecided.h.
    [[nodiscard]] Result<void> settle(const RecordId &record, catalogue::FieldNumber field, const Value &chosen);

    // --- drafts: call at every pause of typing
    [[nodiscard]] Result<void> keepDraft(const std::string &form, const Value &content);
    [[nodiscard]] Result<Value> draft(const std::string &form);
    [[nodiscard]] Result<std::vector<std::string>> drafts();
    [[nodiscard]] Result<void> discardDraft(const std::string &form);
    // Those of this person that the disk did not take: in memory only.
    [[nodiscard]] std::vector<std::string> unkeptDrafts() const;
    // The copy of a sealed record that may still be corrected; NotFound after its time (ten minutes, or the gathering's
    // close). Correcting it is change().
    [[nodiscard]] Result<Value> editCopy(const RecordId &record);
    // Ends that time for everything whose time is over, and for what belongs to a gathering that was closed.
    [[nodiscard]] Result<void> dropEditCopies(const RecordId &closedGathering);

    // --- reading: only kinds that a role of this person may read, and of those only the records that the right reaches
    // (recordscope.h): the others are in no list, no count and no search. NotPermitted for one that is asked for by its id.
    [[nodiscard]] Result<store::RecordView> get(const RecordId &record);
    [[nodiscard]] Result<std::vector<store::RecordView>> find(const store::Query &query);
    // Which records find() would give, for lists that fetch what they show; a limit of 0 asks for all.
    [[nodiscard]] Result<std::vector<store::RecordKey>> list(const store::Query &query);
    // In the order asked for. Those that are not here or not for this person are left out.
    [[nodiscard]] Result<std::vector<store::RecordView>> getMany(std::span<const RecordId> records);
    [[nodiscard]] Result<std::int64_t> count(const store::Query &query);
    // Those of which a person has to settle something.
    [[nodiscard]] Result<std::vector<RecordId>> twoVersions();
    // Among one kind; or among all but those of the support and the safeguarding circle, which are found by themselves alone:
    // no list of hits ever stands a support note beside what the same person said at a table (domain.md 10.8, story 1).
    [[nodiscard]] Result<std::vector<store::SearchHit>> search(const std::string &typed, std::size_t limit = 50,
                                                               std::optional<catalogue::KindNumber> among = std::nullopt);
    // Every value, shown or not, with who wrote it: for history and for two versions.
    [[nodiscard]] Result<sync::RecordState> state(const RecordId &record);
    // The same without an error when there is none (kind 0), for the use cases beside this one.
    [[nodiscard]] Result<sync::RecordState> stateOrEmpty(const RecordId &record) { return foldRecord(record); }
    struct HistoryEntry {
        std::int64_t at = 0;
        PersonId by;
        sync::Verdict verdict = sync::Verdict::Accepted;
        std::vector<sync::Write> writes;
        std::vector<ValueId> values; // what each of the writes made, for the `replaced` of later ones
    };
    [[nodiscard]] Result<std::vector<HistoryEntry>> history(const RecordId &record);
    // All that is held here, whoever may look at it: for guards and scopes, never for a screen.
    [[nodiscard]] store::Projection &projection() { return *m_projection; }

    // --- together
    [[nodiscard]] Result<sync::ShareReport> share(const sync::ShareProgress &progress = {});
    // Folds what arrived since, and tells what was folded since it was last asked, each record once, in no order: this
    // device's own saves, which fold by themselves, are among them.
    [[nodiscard]] Result<std::vector<Touched>> catchUp();
    // What is left to do once Profile::share came back, whatever it said: expired copies go, new keys are opened, what
    // arrived is folded. Who shares in the background calls this, then handOverKeys() when the sharing was good; share() does
    // it by itself, and leaves what was folded for catchUp() to tell.
    [[nodiscard]] Result<std::vector<Touched>> afterSharing();
    // Over everything this person reads: equal on devices that hold the same changes.
    [[nodiscard]] Result<Hash> digest();
    [[nodiscard]] Result<StatusReport> status();
    // Writes the sealed snapshot that makes the next unlock quick. Call when idle, and before closing.
    [[nodiscard]] Result<void> writeSnapshot();
    // Whether that would write anything, now or once the log is folded. Costs nothing.
    [[nodiscard]] Result<bool> snapshotIsStale();
    // Puts the words of at most so many records into the index, so that the first search need not; gives how many still wait.
    // Call when idle: some 100 take a few milliseconds.
    [[nodiscard]] Result<std::int64_t> indexSome(std::int64_t limit);
    // How this session came to its projection: for benchmarks and tests.
    [[nodiscard]] bool openedFromSnapshot() const { return m_fromSnapshot; }

    // --- for the use cases beside this one
    [[nodiscard]] const sync::Directory &directory() const { return m_profile.log().directory(); }
    [[nodiscard]] sync::Keyring &keyring() { return m_keyring; }
    [[nodiscard]] Result<void> storeKeyring();
    [[nodiscard]] const store::EndpointKeys &endpointKeys() const { return m_keys; }
    // Opens key packages and bags that came from the hub; gives how many keys are new.
    [[nodiscard]] Result<std::size_t> openNewKeys();
    // Small secrets of this person on this device (pending invitations), sealed like drafts.
    [[nodiscard]] Result<void> keepSecret(const std::string &name, ByteView octets);
    [[nodiscard]] Result<crypto::SecretBytes> secret(const std::string &name);
    [[nodiscard]] Result<std::vector<std::string>> secrets(const std::string &prefix);
    [[nodiscard]] Result<void> dropSecret(const std::string &name);

    // Sealed under this person's draft key, bound to a purpose; and what a form's draft is called on disk.
    [[nodiscard]] Bytes sealedForMe(std::string_view purpose, ByteView plain);
    [[nodiscard]] Result<crypto::SecretBytes> openedForMe(std::string_view purpose, ByteView sealed);
    [[nodiscard]] std::string formName(const std::string &form) const;

private:
    friend class RecordWriter;
    Workspace(Profile &profile, const EndpointId &endpoint, store::UnlockedVault vault, store::EndpointKeys keys, sync::Keyring keyring);
    [[nodiscard]] Result<void> escrowForRecovery();
    [[nodiscard]] Result<void> keepOwnName();
    [[nodiscard]] Result<void> buildProjection();
    [[nodiscard]] Result<bool> loadSnapshot();
    [[nodiscard]] Result<void> rebuild();
    // Folds what became ready after the mark and sets m_mark; inside the projection's transaction. Words are indexed when
    // somebody looks for one, or when idle: the index merges its parts now and then, and no save waits for that.
    [[nodiscard]] Result<void> foldAfter(std::int64_t mark);
    [[nodiscard]] Result<void> foldNew();
    [[nodiscard]] Result<void> settleSharing();
    [[nodiscard]] Result<void> eraseTogether(const std::vector<RecordId> &records);
    void touch(const std::vector<store::Fingerprint> &before, const std::vector<store::Fingerprint> &after);
    [[nodiscard]] Result<void> applyOverlay();
    [[nodiscard]] Result<void> putFolded(const RecordId &record, const sync::RecordState &state, store::Words words);
    [[nodiscard]] Result<sync::RecordState> foldRecord(const RecordId &record);
    [[nodiscard]] bool isProjected(const catalogue::Kind &kind) const;
    [[nodiscard]] Result<void> layOverlay(const std::string &overlay);
    [[nodiscard]] Result<void> layKeptOverlay();
    [[nodiscard]] Result<void> writeLife(const RecordId &record, bool hidden);
    [[nodiscard]] Result<std::vector<std::string>> namesOf(const std::string &prefix);
    [[nodiscard]] Result<catalogue::Scope> readScope(const catalogue::Kind &kind) const;
    [[nodiscard]] Result<void> eachReached(store::Query query, const catalogue::Kind &kind, catalogue::Scope scope,
                                           const std::function<bool(store::RecordView &&)> &take);
    [[nodiscard]] Result<void> dropOutOfReach(std::vector<store::SearchHit> &hits);
    [[nodiscard]] sync::EndpointVersion standing() const; // roles and grants of this endpoint now

    Profile &m_profile;
    EndpointId m_endpoint;
    store::UnlockedVault m_vault;
    store::EndpointKeys m_keys;
    sync::Keyring m_keyring;
    std::string m_overlay;            // as JSON; empty when there is none
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    std::optional<store::Projection> m_projection;
    std::int64_t m_mark = 0;          // up to which the log is folded
    sync::EndpointVersion m_foldedAs; // roles and grants that the projection was folded with
    std::map<RecordId, catalogue::KindNumber> m_touched; // since catchUp() was last asked
    bool m_keysAreNew = false;        // since the last fold
    bool m_fromSnapshot = false;
    bool m_snapshotStale = true;
};

} // namespace ourtable::usecases
