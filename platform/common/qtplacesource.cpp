#include "platform/common/qtplacesource.h"

#include <QGeoPositionInfoSource>

#include <optional>
#include <utility>

namespace ourtable::platform {
namespace {

constexpr int kPatienceMilliseconds = 20'000; // a first fix indoors takes its time; the person can choose from the list meanwhile

std::unique_ptr<QGeoPositionInfoSource> systemSource()
{
    return std::unique_ptr<QGeoPositionInfoSource>(QGeoPositionInfoSource::createDefaultSource(nullptr));
}

// Nothing for what says no place.
std::optional<Spot> spotOf(const QGeoPositionInfo &info)
{
    if (!info.isValid())
        return std::nullopt;
    const QGeoCoordinate at = info.coordinate();
    const double accuracy = info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy) ? info.attribute(QGeoPositionInfo::HorizontalAccuracy) : 0;
    return Spot{at.latitude(), at.longitude(), accuracy};
}

Error errorOf(QGeoPositionInfoSource::Error error)
{
    if (error == QGeoPositionInfoSource::AccessError)
        return {ErrorCode::NotPermitted, "place"};
    return {ErrorCode::NotFound, "place"};
}

} // namespace

QtPlaceSource::QtPlaceSource()
    : m_make(systemSource), m_patience(kPatienceMilliseconds), m_available(!QGeoPositionInfoSource::availableSources().isEmpty()),
      m_here(std::make_unique<QObject>())
{
}

QtPlaceSource::QtPlaceSource(Make make, int patienceMilliseconds)
    : m_make(std::move(make)), m_patience(patienceMilliseconds), m_available(true), m_here(std::make_unique<QObject>())
{
}

QtPlaceSource::~QtPlaceSource() = default;

bool QtPlaceSource::available() const { return m_available; }

void QtPlaceSource::ask(Tell tell)
{
    stop();
    m_tell = std::move(tell);
    m_source = m_make();
    const int question = m_question;
    if (m_source) {
        listen(question);
        m_source->requestUpdate(m_patience);
        return;
    }
    // This answer too comes later: whoever asks is never told within its own question.
    QMetaObject::invokeMethod(
        m_here.get(), [this, question] { answer(question, Error{ErrorCode::NotFound, "place"}); }, Qt::QueuedConnection);
}

void QtPlaceSource::listen(int question)
{
    const auto found = [this, question](const QGeoPositionInfo &info) {
        if (const std::optional<Spot> spot = spotOf(info))
            answer(question, *spot);
    };
    const auto failed = [this, question](QGeoPositionInfoSource::Error error) { answer(question, errorOf(error)); };
    QObject::connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, m_here.get(), found, Qt::QueuedConnection);
    QObject::connect(m_source.get(), &QGeoPositionInfoSource::errorOccurred, m_here.get(), failed, Qt::QueuedConnection);
}

void QtPlaceSource::stop()
{
    ++m_question;
    m_tell = {};
    m_source.reset();
}

void QtPlaceSource::answer(int question, const Result<Spot> &found)
{
    if (question != m_question)
        return;
    const Tell tell = std::move(m_tell);
    stop();
    tell(found);
}

} // namespace ourtable::platform
