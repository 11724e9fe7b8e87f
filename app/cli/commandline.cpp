#include "app/cli/commandline.h"

#include <QCommandLineParser>
#include <charconv>

namespace ourtable::cli {
namespace {

// Stands for the dash of "-1", which is a number and no option, on its way through the parser.
constexpr QChar kMinus = QChar(0x2212);

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

bool isNegativeNumber(const std::string &word) { return word.size() > 1 && word[0] == '-' && numberOf(word).has_value(); }

QStringList listOf(const std::vector<std::string> &arguments)
{
    QStringList list{QStringLiteral("ourtable-cli")};
    for (const std::string &word : arguments)
        list += isNegativeNumber(word) ? QString(kMinus + textOf(word).mid(1)) : textOf(word);
    return list;
}

std::vector<std::string> plainWords(const QStringList &words)
{
    std::vector<std::string> plain;
    for (QString word : words) {
        if (word.startsWith(kMinus))
            word.replace(0, 1, QLatin1Char('-'));
        plain.push_back(word.toStdString());
    }
    return plain;
}

void addOptions(QCommandLineParser &parser, const std::vector<OptionSpec> &options)
{
    for (const OptionSpec &each : options) {
        QStringList names{textOf(each.name)};
        if (each.name == "help")
            names += QStringLiteral("h");
        parser.addOption({names, textOf(each.help), textOf(each.value)});
    }
}

} // namespace

const std::vector<OptionSpec> &globalOptions()
{
    static const std::vector<OptionSpec> options = {
        {"profile", "FOLDER", "the folder of this device; your own data folder unless given"},
        {"person", "ID", "whose vault to open, when several people share this device"},
        {"secret-file", "FILE", "the first line of this file is the PIN or passphrase"},
        {"secret-env", "NAME", "this environment variable holds the PIN or passphrase"},
        {"no-keyring", "", "keep a new device's own secret in a private file, not in the desktop's keyring"},
        {"json", "", "answer with one line of JSON"},
        {"quiet", "", "say nothing but the answer"},
        {"help", "", "say how this works"},
    };
    return options;
}

CommandLine::CommandLine() = default;
CommandLine::~CommandLine() = default;
CommandLine::CommandLine(CommandLine &&) noexcept = default;
CommandLine &CommandLine::operator=(CommandLine &&) noexcept = default;

std::vector<std::string> CommandLine::commandWords(const std::vector<std::string> &arguments)
{
    QCommandLineParser parser;
    addOptions(parser, globalOptions());
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    (void)parser.parse(listOf(arguments));
    return plainWords(parser.positionalArguments());
}

std::string CommandLine::parse(const std::vector<std::string> &arguments, std::size_t named, const Syntax &syntax)
{
    m_parser = std::make_unique<QCommandLineParser>();
    addOptions(*m_parser, globalOptions());
    addOptions(*m_parser, syntax.options);
    if (!m_parser->parse(listOf(arguments)))
        return m_parser->errorText().toStdString();
    m_words = plainWords(m_parser->positionalArguments());
    m_words.erase(m_words.begin(), m_words.begin() + static_cast<std::ptrdiff_t>(std::min(named, m_words.size())));
    if (has("help"))
        return {};
    if (m_words.size() < syntax.fewest)
        return "It needs " + std::string(syntax.words) + ".";
    if (m_words.size() > syntax.most)
        return "There are more words than it takes. Put quotation marks around words that belong together.";
    for (const QString &name : m_parser->optionNames())
        if (m_parser->values(name).size() > 1)
            return "--" + name.toStdString() + " is there twice.";
    return {};
}

bool CommandLine::has(std::string_view option) const { return m_parser && m_parser->isSet(textOf(option)); }

std::optional<std::string> CommandLine::value(std::string_view option) const
{
    return has(option) ? std::optional(m_parser->value(textOf(option)).toStdString()) : std::nullopt;
}

std::vector<std::string> CommandLine::list(std::string_view option) const
{
    std::vector<std::string> parts;
    const QString all = m_parser->value(textOf(option));
    for (const QString &part : all.split(QLatin1Char(','), Qt::SkipEmptyParts))
        parts.push_back(part.trimmed().toStdString());
    return parts;
}

std::optional<std::int64_t> numberOf(std::string_view text)
{
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size() && !text.empty();
    return whole ? std::optional(number) : std::nullopt;
}

} // namespace ourtable::cli
