// One field of a form: what the catalogue says of it, what stands in it now, and what is wrong with it.
#pragma once

#include <QObject>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/support/ids.h"
#include "core/usecases/recordedit.h"

namespace ourtable {

class FormField : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with a form")
    Q_PROPERTY(QString name READ name CONSTANT)
    Q_PROPERTY(QString label READ label CONSTANT)
    Q_PROPERTY(QString hint READ hint CONSTANT)
    Q_PROPERTY(QString type READ type CONSTANT)           // as in the catalogue's files
    Q_PROPERTY(bool required READ required CONSTANT)
    Q_PROPERTY(int limit READ limit CONSTANT)             // letters; 0 for what is no text
    Q_PROPERTY(int least READ least CONSTANT)             // of a number, or how many of a list
    Q_PROPERTY(int most READ most CONSTANT)
    Q_PROPERTY(QVariantList options READ options CONSTANT) // { code, text }
    Q_PROPERTY(QVariantList parts READ parts CONSTANT)     // of each of a list: { key, label, type, limit, required, options }
    Q_PROPERTY(QStringList targets READ targets CONSTANT)  // kinds that a reference may name; empty means any
    Q_PROPERTY(QVariant value READ value NOTIFY valueChanged)
    Q_PROPERTY(QString words READ words NOTIFY valueChanged) // the value as one reads it; empty when there is none
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(bool mayChange READ mayChange NOTIFY standingChanged)
    Q_PROPERTY(bool twoVersions READ twoVersions NOTIFY standingChanged)
    Q_PROPERTY(QString today READ today CONSTANT)

public:
    // Both outlive the field.
    FormField(const catalogue::Kind &kind, const catalogue::Field &field, const QString &today, QObject *parent);

    [[nodiscard]] QString name() const { return QString::fromStdString(m_field.name); }
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString type() const;
    [[nodiscard]] bool required() const { return m_field.required; }
    [[nodiscard]] int limit() const { return static_cast<int>(m_field.limit); }
    [[nodiscard]] int least() const { return static_cast<int>(m_field.minimum); }
    [[nodiscard]] int most() const { return static_cast<int>(m_field.maximum); }
    [[nodiscard]] QVariantList options() const;
    [[nodiscard]] QVariantList parts() const;
    [[nodiscard]] QStringList targets() const { return m_targets; }
    [[nodiscard]] QVariant value() const { return m_shown; }
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] bool mayChange() const { return m_mayChange; }
    [[nodiscard]] bool twoVersions() const { return m_twoVersions; }
    [[nodiscard]] QString today() const { return m_today; }

    // As it is typed or chosen. An unclear one (a day that nobody understands) comes with what is wrong with it.
    Q_INVOKABLE void set(const QVariant &value, const QString &unclear = {});
    // The words of a record that a reference names; learned when it is picked.
    Q_INVOKABLE [[nodiscard]] QString nameOf(const QString &key) const { return m_names.value(key); }
    Q_INVOKABLE void learn(const QString &key, const QString &name);

    // --- for the form
    [[nodiscard]] const catalogue::Field &field() const { return m_field; }
    void setTargets(const QStringList &targets) { m_targets = targets; }
    void setError(const QString &error);
    void setStanding(bool mayChange, bool twoVersions);
    // What the record holds, and the ids of the values behind it. What the person changed stays, over what it was changed from.
    void refresh(const Value &before, const std::vector<ValueId> &seen);
    // As it was when the person left it.
    void restore(const QVariant &shown, const Value &before, const std::vector<ValueId> &seen);
    void suggest(const QVariant &shown);
    void forgetChange();
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] const Value &before() const { return m_before; }
    [[nodiscard]] const std::vector<ValueId> &seen() const { return m_seen; }
    // What is wrong with it as it stands, empty when nothing is; needed: whether it may not stay empty.
    [[nodiscard]] Result<void> check(bool needed) const;
    [[nodiscard]] QString unclear() const { return m_unclear; }
    // Its change, for a record that is there (replacing what the person saw) or a new one. Only for what check() passes.
    void addEdits(std::vector<usecases::FieldEdit> &edits, bool isNew) const;

signals:
    void valueChanged();
    void errorChanged();
    void standingChanged();
    void edited();

private:
    void show(const QVariant &value);
    [[nodiscard]] QVariant tidied(const QVariant &value) const;

    const catalogue::Kind &m_kind;
    const catalogue::Field &m_field;
    QString m_today;
    QStringList m_targets;
    QVariant m_shown;
    QString m_unclear;
    QString m_error;
    Value m_before;
    std::vector<ValueId> m_seen;
    QHash<QString, QString> m_names;
    bool m_mayChange = true;
    bool m_twoVersions = false;
};

} // namespace ourtable
