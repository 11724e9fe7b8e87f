// The accepted pictures of tests/data/pictures, and what differs from them.
#pragma once

#include <QDir>
#include <QImage>
#include <QString>

namespace ourtable::test {

// Compares exactly. With OURTABLE_ACCEPT_PICTURES in the environment it takes every picture as it is instead.
class Accepted {
public:
    // Where pictures that differ are left: NAME-was.png, NAME-is.png, NAME-difference.png.
    explicit Accepted(const QDir &different);

    // Why nothing can be compared here; empty when it can. Pixels depend on the versions of Qt and of what draws letters, and on the processor, so
    // pictures of one system say nothing about another.
    [[nodiscard]] static QString whyNot();
    // Empty when it is as accepted; otherwise what differs and where to look.
    [[nodiscard]] QString check(const QString &name, const QImage &picture);

private:
    [[nodiscard]] QString leave(const QString &name, const QImage &was, const QImage &is);

    QDir m_accepted;
    QDir m_different;
};

} // namespace ourtable::test
