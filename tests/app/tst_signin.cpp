// Signing in on a device through the real window.
#include <QTest>

#include "tests/app/appview.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class SignInTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void aPinOpensToday();
};

void SignInTest::aPinOpensToday()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const ruth = programme.letIn("Ruth", {"lay_partner"});
    QVERIFY2(ruth, programme.failure.c_str());
    programme.close(*ruth);

    AppView app(programme, *ruth);
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
    app.tap(QStringLiteral("person0"));
    app.tap(QStringLiteral("secret"));
    app.type(QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
    QCOMPARE(app.session().personName(), QStringLiteral("Ruth"));
    app.settle();
    QCOMPARE(app.page(), QStringLiteral("today"));
}

QTEST_MAIN(SignInTest)
#include "tst_signin.moc"
