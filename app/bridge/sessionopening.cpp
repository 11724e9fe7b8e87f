#include "app/bridge/session.h"

namespace ourtable {
namespace {

// Nobody has written anything yet that could be lost.
Error atOpening(const Error &error) { return error.code == ErrorCode::StorageFailed ? Error{ErrorCode::StorageFailed, "folder"} : error; }

} // namespace

void Session::start()
{
    m_storage.ask(
        this,
        [](Desk &desk) -> Result<void> {
            if (desk.profile)
                return {};
            Result<std::unique_ptr<usecases::Profile>> opened = usecases::Profile::open(desk.folder, desk.around);
            if (!opened && opened.error().code == ErrorCode::NotFound) // nobody begins to join what can't be kept
                OURTABLE_TRY(usecases::Profile::checkPlace(desk.folder, desk.around));
            OURTABLE_ASSIGN(desk.profile, std::move(opened));
            return {};
        },
        [this](const Result<void> &opened) {
            if (opened)
                return readPeople();
            if (opened.error().code != ErrorCode::NotFound)
                return breakOff(opened.error());
            setProblem({});
            setStage(Stage::NoProgramme);
        });
}

void Session::breakOff(const Error &error)
{
    const bool still = m_stage == Stage::Broken;
    setProblem(textOf(atOpening(error)));
    setStage(Stage::Broken);
    if (still)
        emit stillBroken();
}

void Session::readPeople()
{
    m_storage.ask(
        this,
        [](Desk &desk) -> Result<std::vector<usecases::PersonOnDevice>> {
            if (!desk.profile)
                return ErrorCode::Busy; // somebody is joining
            OURTABLE_ASSIGN(std::vector<usecases::PersonOnDevice> people, desk.profile->people());
            if (people.empty() && !desk.profile->log().localEndpoints().empty())
                return Error{ErrorCode::Corrupt, "part"}; // somebody is in the log, and their vault is gone
            return people;
        },
        [this](const Result<std::vector<usecases::PersonOnDevice>> &people) {
            if (!people)
                return breakOff(people.error());
            if (m_stage == Stage::Broken)
                setProblem({});
            m_people.show(*people);
            if (m_stage != Stage::SignedIn) // somebody came meanwhile
                setStage(people->empty() ? Stage::NoProgramme : Stage::SignedOut); // nobody joined in the end
        });
}

} // namespace ourtable
