#include "tests/app/shownwords.h"

#include <QProcess>
#include <QRegularExpression>

#include "tests/qml/accessibletree.h"

namespace ourtable::test {
namespace {

using catalogue::FieldType;

bool isWords(FieldType type) { return type == FieldType::Text || type == FieldType::LongText; }

void collect(const catalogue::Field &field, const Value &value, QStringList &into)
{
    if (const std::string *text = value.text(); text && (isWords(field.type) || field.type == FieldType::List))
        into.append(QString::fromStdString(*text));
    for (const Value &element : value.array() ? *value.array() : ValueArray())
        collect(field, element, into);
    for (const catalogue::Part &part : field.parts) {
        const Value *held = value.map() ? value.find(part.key) : nullptr;
        if (held && held->text() && isWords(part.type))
            into.append(QString::fromStdString(*held->text()));
    }
}

// Of the kinds that the person may read: the others are not shown, either.
Result<QStringList> wordsOfRecords(usecases::Workspace &workspace)
{
    QStringList words;
    for (const catalogue::Kind &kind : workspace.catalogue().kinds()) {
        const Result<std::vector<store::RecordView>> records = workspace.find({.kind = kind.number, .limit = 100'000});
        for (const store::RecordView &record : records ? *records : std::vector<store::RecordView>()) {
            for (const auto &[number, value] : record.fields) {
                if (const catalogue::Field *field = kind.field(number))
                    collect(*field, value, words);
            }
        }
    }
    return words;
}

} // namespace

void ShownWords::add(const QString &text, const QString &where)
{
    const QString plain = text.simplified();
    if (!plain.isEmpty() && !m_texts.contains(plain))
        m_texts.insert(plain, where);
}

void ShownWords::read(AppView &app, const QString &where)
{
    app.settle();
    for (QQuickItem *item : app.items()) {
        if (item->inherits("QQuickText"))
            add(item->property("text").toString(), where);
        add(item->property("placeholderText").toString(), where);
    }
    for (QAccessibleInterface *each : accessibleTree(app.window())) {
        add(each->text(QAccessible::Name), where);
        add(each->text(QAccessible::Description), where);
    }
    PeopleModel &people = *app.session().people();
    for (int row = 0; row < people.count(); ++row)
        m_names.append(people.data(people.index(row, 0), PeopleModel::NameRole).toString());
}

void ShownWords::passOverRecords(AppView &app)
{
    const Result<QStringList> words = app.inWorkspace([](usecases::Workspace &workspace) { return wordsOfRecords(workspace); });
    if (!words)
        qFatal("nobody is signed in");
    m_names += *words;
}

// The texts as they are, with a name for what people wrote: with a full stop where that had one.
QMap<QString, QString> ShownWords::ours() const
{
    QStringList names = m_names;
    names.removeDuplicates();
    std::sort(names.begin(), names.end(), [](const QString &one, const QString &other) { return one.size() > other.size(); });
    QMap<QString, QString> texts;
    for (auto each = m_texts.cbegin(); each != m_texts.cend(); ++each) {
        QString text = each.key();
        for (const QString &name : names) {
            const QString plain = name.simplified();
            const QString instead = QStringLiteral(".?!").contains(plain.right(1)) ? QStringLiteral("Ann.") : QStringLiteral("Ann");
            if (!plain.isEmpty() && text.contains(plain))
                text.replace(QRegularExpression(QStringLiteral("(?<!\\w)%1(?!\\w)").arg(QRegularExpression::escape(plain)), QRegularExpression::UseUnicodePropertiesOption), instead);
        }
        texts.insert(text, each.value());
    }
    return texts;
}

QString ShownWords::complaints() const
{
    QProcess rules;
    rules.start(QStringLiteral(OURTABLE_PYTHON), {QStringLiteral("-B"), QStringLiteral(OURTABLE_LINT), QStringLiteral("--judge")});
    const QMap<QString, QString> texts = ours();
    for (auto each = texts.cbegin(); each != texts.cend(); ++each)
        rules.write((each.value() + u'\t' + each.key() + u'\n').toUtf8());
    rules.closeWriteChannel();
    if (!rules.waitForFinished() || rules.exitCode() > 1)
        qFatal("the rules can't be asked: %s", rules.readAllStandardError().constData());
    return QString::fromUtf8(rules.readAllStandardOutput());
}

QString ShownWords::machineWords() const
{
    static const QRegularExpression machine(QStringLiteral("sync|queue|network|fail|server|offline|pending|upload|fetch|timed out|\\berror\\b(?!:)|\\b[45]\\d\\d\\b|\\b0x|\\b[A-Z]+_[A-Z_]+\\b"),
                                            QRegularExpression::CaseInsensitiveOption);
    QString found;
    const QMap<QString, QString> texts = ours();
    for (auto each = texts.cbegin(); each != texts.cend(); ++each) {
        if (machine.match(each.key()).hasMatch())
            found += each.value() + QStringLiteral(": ") + each.key() + u'\n';
    }
    return found;
}

} // namespace ourtable::test
