#include "app/bridge/notedraft.h"

#include <algorithm>

#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using Content = NoteDraft::Content;

struct Member {
    const char *key;
    QString Content::*text;
};

constexpr Member kMembers[] = {{"text", &Content::text},
                               {"kind", &Content::kind},
                               {"level", &Content::level},
                               {"voice", &Content::voice},
                               {"permission", &Content::permission},
                               {"promiser", &Content::promiser},
                               {"due", &Content::due}};
constexpr char kThemes[] = "themes";

QString textOf(const Value *value)
{
    const std::string *held = value ? value->text() : nullptr;
    return held ? QString::fromStdString(*held) : QString();
}

int limitOf(catalogue::KindNumber kind, catalogue::FieldNumber field)
{
    return static_cast<int>(catalogue::Catalogue::builtIn().kind(kind)->field(field)->limit);
}

} // namespace

bool Content::isEmpty() const
{
    const bool chosen = std::any_of(std::begin(kMembers), std::end(kMembers), [this](const Member &each) { return !(this->*each.text).isEmpty(); });
    return !chosen && themes.isEmpty();
}

Content Content::behind(const Content &left) const
{
    if (left.isEmpty() || text.isEmpty())
        return left.isEmpty() ? *this : left;
    Content both = left;
    if (left.text.isEmpty())
        both.text = text;
    else if (left.text != text && !left.text.endsWith(QLatin1Char('\n') + text))
        both.text += QLatin1Char('\n') + text;
    return both;
}

Value Content::toValue() const
{
    Value map = Value::emptyMap();
    for (const Member &each : kMembers) {
        if (!(this->*each.text).isEmpty())
            map.set(each.key, (this->*each.text).toStdString());
    }
    ValueArray codes;
    for (const QString &theme : themes)
        codes.emplace_back(theme.toStdString());
    map.set(kThemes, std::move(codes));
    return map;
}

Content Content::fromValue(const Value &value)
{
    Content content;
    for (const Member &each : kMembers)
        content.*each.text = textOf(value.find(each.key));
    const Value *themes = value.find(kThemes);
    for (const Value &code : themes && themes->array() ? *themes->array() : ValueArray())
        content.themes.append(textOf(&code));
    return content;
}

int NoteDraft::length() const { return static_cast<int>(m_now.text.toUcs4().size()); }

int NoteDraft::limit() const
{
    static const int note = limitOf(kinds::contribution::kind, kinds::contribution::text);
    static const int promise = limitOf(kinds::action::kind, kinds::action::text);
    return isPromise() ? promise : note;
}

bool NoteDraft::isPromise() const { return m_now.kind == QStringLiteral("promise"); }

void NoteDraft::setText(const QString &text)
{
    if (m_now.text == text)
        return;
    m_now.text = text;
    emit textChanged();
    emit edited();
}

void NoteDraft::chooseTheme(const QString &theme, bool chosen)
{
    if (m_now.themes.contains(theme) == chosen)
        return;
    if (chosen)
        m_now.themes.append(theme);
    else
        m_now.themes.removeAll(theme);
    emit changed();
    emit edited();
}

void NoteDraft::replace(const Content &content)
{
    m_now = content;
    emit textChanged();
    emit changed();
    emit replaced();
}

void NoteDraft::takeOut(const Content &saved)
{
    Content rest;
    if (m_now.text.startsWith(saved.text))
        rest.text = m_now.text.mid(saved.text.size());
    else
        rest.text = m_now.text;
    replace(rest);
}

void NoteDraft::put(QString &held, const QString &value)
{
    if (held == value)
        return;
    held = value;
    emit changed();
    emit edited();
}

} // namespace ourtable
