#include <QTest>

#include <set>

#include "core/catalogue/catalogue.h"

using namespace ourtable;
using namespace ourtable::catalogue;

namespace {

constexpr const char *kColumns[] = {"lay_partner", "peer_worker", "coordinator", "panel", "support_lead",
                                    "safeguarding_lead", "admin", "professional"};
constexpr std::pair<Right, const char *> kRights[] = {{Right::Create, "c"}, {Right::Read, "r"},        {Right::Change, "u"},
                                                      {Right::Agree, "a"},  {Right::WriteSealed, "w"}, {Right::Totals, "t"}};

// "c:own r" for one role.
QString rightsOf(const Kind &kind, const char *role)
{
    const RoleNumber number = Catalogue::builtIn().role(role)->number;
    QStringList words;
    for (const auto &[right, letter] : kRights) {
        const auto scope = Catalogue::builtIn().allowed(kind, right, std::span(&number, 1));
        if (scope)
            words << QLatin1String(letter)
                    + QLatin1String(*scope == Scope::All ? "" : *scope == Scope::Own ? ":own" : ":linked");
    }
    return words.isEmpty() ? QStringLiteral("-") : words.join(QLatin1Char(' '));
}

// The rows of the permission table; the columns are kColumns.
constexpr const char *kWritten = "r a|r|c r u a|r|r|r|r|r";
constexpr const char *kShared = "c r u a|c r u|c r u a|r|r|r|r|r";
constexpr const char *kConversation = "c r u a|c r u a|c r u a|r|r|r|t|r";
constexpr const char *kPanelOnly = "-|-|c r u a|r u|-|-|-|-";
constexpr const char *kSealedToPanel = "w|w|c r u|r u|-|-|-|-";
constexpr const char *kSupport = "w|c r:linked u:linked|t|-|c r u a|r:linked|-|-";
constexpr const char *kReviewed = "c r u|c r u|c r u a|r|r|r|r|r";
constexpr const char *kFigures = "r|r|c r u a|r|r|r|c r|r";

} // namespace

class tst_permissions : public QObject {
    Q_OBJECT

private slots:
    void rowOfTheTable_data();
    void rowOfTheTable();
    void everyKindHasARow();
    void theWidestScopeCounts();
    void nobodyMayAnything();

private:
    std::set<std::string> m_listed; // the kinds that rowOfTheTable has a row for
};

void tst_permissions::rowOfTheTable_data()
{
    QTest::addColumn<QString>("row");
    const auto rows = [this](const char *row, std::initializer_list<const char *> kinds) {
        for (const char *kind : kinds) {
            QTest::newRow(kind) << QString::fromLatin1(row);
            m_listed.insert(kind);
        }
    };
    rows(kWritten, {"agreement", "guide_page", "role_profile", "road_map_item"});
    rows("c:own r u:own|c:own r u:own|c r u|r|r|r|c r u|r", {"person"});
    rows("c:own r:own u:own|c:own r:own u:own|c r u|-|-|-|w|-", {"person_contact"});
    rows("c:own r:linked u:own|c:own r:linked u:own|c r u|-|-|-|-|-", {"access_needs"});
    rows("c:own r:own u:own|c:own r:own u:own|c r u|-|-|-|-|-", {"access_needs_private"});
    rows(kShared, {"organisation", "workstream", "resource", "need_statement"});
    rows(kConversation,
         {"gathering", "gathering_table", "headcount_tally", "open_space_topic", "contribution", "reflection"});
    rows("c r|c r|c r|-|-|-|-|-", {"consent"});
    rows("c r u|c r u|c r u a|r|r|r|r|r u:linked", {"action"});
    rows("c r u|c r u|c r u a|r|r|r|r|c:linked r", {"action_update"});
    rows("c r|c r|c r u|r|r|r|r|r", {"quotation"});
    rows("c r a|c r|c r u a|r|r|r|r|r", {"feedback"});
    rows("r|r|c r u a|r u|-|-|-|-", {"recruitment_round"});
    rows(kPanelOnly, {"round_private", "nomination_request"});
    rows(kSealedToPanel, {"nomination", "nomination_consent"});
    rows("-|-|r|c:own r:linked|-|-|-|-", {"assessment"});
    rows("r|r|c r u a|r|r|r|r|r", {"placement"});
    rows("c:own r:own u:own|c:own r:own u:own|r u a|-|r:linked|-|-|-", {"development_plan"});
    rows("c:own r:own u:own|c:own r:own u:own|r u a|-|-|-|r:linked|-", {"involvement_claim"});
    rows(kSupport, {"support_need", "support_consent", "contact_note", "introduction", "outcome_check_in"});
    rows("w|w|t|-|w|c r u a|-|-", {"safeguarding_concern"});
    rows("w|w|t|-|-|-|-|-", {"equality_return"});
    rows(kReviewed, {"activity_review", "evidence_item", "risk"});
    rows(kFigures, {"monthly_figure", "figure_note"});
    rows("r:own|r:own|r|-|-|-|c r u|-", {"device"});
    rows("r:own w|r:own w|c r|w|w|w|r:linked w|w", {"audit_entry"});
    rows("c r u|c r u|c r u|r|r|r|r|r", {"sync_conflict"});
    rows("r:own w|r:own w|c r|r:own w|r:own w|r:own w|r:own w|r:own w", {"receipt"});
    rows("c r:own|c r:own|c r|c r:own|c r:own|c r:own|c r|c r:own", {"print_record"});
    rows("r|r|c r u|r|r|r|c r u|r", {"setting"});
    rows("r|r|c r u|r|r|r|r|r", {"programme_overlay"});
}

void tst_permissions::rowOfTheTable()
{
    QFETCH(QString, row);
    const Kind *kind = Catalogue::builtIn().kind(std::string_view(QTest::currentDataTag()));
    QVERIFY(kind);
    QStringList found;
    for (const char *role : kColumns)
        found << rightsOf(*kind, role);
    QCOMPARE(found.join(QLatin1Char('|')), row);
}

void tst_permissions::everyKindHasARow()
{
    for (const Kind &kind : Catalogue::builtIn().kinds())
        QVERIFY2(m_listed.contains(kind.name), kind.name.c_str());
    QCOMPARE(Catalogue::builtIn().roles().size(), std::size(kColumns));
}

void tst_permissions::theWidestScopeCounts()
{
    const Catalogue &catalogue = Catalogue::builtIn();
    const RoleNumber lay = catalogue.role("lay_partner")->number;
    const RoleNumber coordinator = catalogue.role("coordinator")->number;
    const RoleNumber both[] = {lay, coordinator};
    const RoleNumber support[] = {catalogue.role("support_lead")->number, lay};
    QCOMPARE(catalogue.allowed(*catalogue.kind("person_contact"), Right::Read, both), Scope::All);
    QCOMPARE(catalogue.allowed(*catalogue.kind("person_contact"), Right::Read, std::span(&lay, 1)), Scope::Own);
    QCOMPARE(catalogue.allowed(*catalogue.kind("development_plan"), Right::Read, support), Scope::Linked);
}

void tst_permissions::nobodyMayAnything()
{
    for (const Kind &kind : Catalogue::builtIn().kinds())
        for (const auto &[right, letter] : kRights)
            QVERIFY(!Catalogue::builtIn().allowed(kind, right, {}));
    const RoleNumber owner = kOwnerRole;
    QVERIFY(!Catalogue::builtIn().allowed(*Catalogue::builtIn().kind("person"), Right::Read, std::span(&owner, 1)));
}

QTEST_APPLESS_MAIN(tst_permissions)
#include "tst_permissions.moc"
