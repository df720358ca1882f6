#include "support/samplefleet.h"
#include "support/sandboxwindow.h"
#include "support/timelinestory.h"
#include "support/uitest.h"
#include "ui/deploy/deploymentspanel.h"
#include "ui/deploy/outcomestrip.h"
#include "ui/deploy/plandialog.h"
#include "ui/deploy/questiondialog.h"
#include "ui/deploy/targetheader.h"
#include "ui/fleet/fleetpanel.h"
#include "ui/servers/serverpanel.h"
#include "ui/servers/sshquestiondialog.h"
#include "ui/servers/trustdialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

// Says every text of ours in brackets and a third longer, as Spanish would.
class PseudoTranslator final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(
        const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return u'[' + text + QString(text.size() / 3, u'~') + u']';
    }
};

// What a person reads, by the path to where it stands.
QMap<QString, QString> textsOf(QWidget *root)
{
    QMap<QString, QString> texts;
    int number = 0;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        ++number;
        if (!widget->isVisibleTo(root))
            continue; // made anew before it is shown again
        const QString place = u"%1 %2 %3"_s.arg(number, 4).arg(
            QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        if (const auto *label = qobject_cast<QLabel *>(widget))
            texts.insert(place, label->text());
        else if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            texts.insert(place, button->text());
        else if (const auto *line = qobject_cast<QLineEdit *>(widget))
            texts.insert(place, line->placeholderText());
        if (!widget->toolTip().isEmpty())
            texts.insert(place + u" tip"_s, widget->toolTip());
    }
    return texts;
}

bool hasWords(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLetter(); });
}

} // namespace

class TestRetranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextFollowsTheLanguage_data();
    void everyTextFollowsTheLanguage();
    void wholeWindowComesBack();
    void longWordsAreNotClipped();

private:
    static std::unique_ptr<QWidget> make(const QString &what);
};

std::unique_ptr<QWidget> TestRetranslation::make(const QString &what)
{
    if (what == "fleet"_L1) {
        auto fleet = std::make_unique<FleetPanel>();
        fleet->setSnapshot(Sample::fleet());
        return fleet;
    }
    if (what == "header"_L1) {
        auto header = std::make_unique<TargetHeader>();
        header->setTarget(AppName(u"grupo-gad"_s), true);
        const FleetApp app = Sample::app(u"grupo-gad"_s);
        header->setApp(app);
        header->setActions(targetActions(&app, Sample::history()));
        return header;
    }
    if (what == "plan"_L1) {
        auto plan =
            std::make_unique<PlanDialog>(AppName(u"grupo-gad"_s), DeployKind::Retry, nullptr);
        plan->setAttribute(Qt::WA_DeleteOnClose, false);
        plan->setPlan(Sample::retryPlan(), true);
        return plan;
    }
    if (what == "question"_L1) {
        auto question = std::make_unique<QuestionDialog>(TimelineStory::stoppedHalfWay());
        question->setAttribute(Qt::WA_DeleteOnClose, false);
        return question;
    }
    if (what == "servers"_L1) {
        auto fleet = std::make_unique<FleetPanel>();
        FleetSnapshot snapshot;
        snapshot.servers = {Sample::server(true)};
        fleet->setSnapshot(snapshot);
        return fleet;
    }
    if (what == "server"_L1 || what == "stack"_L1) {
        auto place = std::make_unique<ServerPanel>();
        place->setPlace(Sample::server(true), what == "stack"_L1 ? u"chat"_s : QString());
        return place;
    }
    if (what == "ssh question"_L1) {
        SshQuestion asked;
        asked.kind = SshQuestion::Kind::HostKey;
        asked.server = u"invex"_s;
        asked.words = {u"The authenticity of host can't be established."_s};
        asked.keyType = u"ED25519"_s;
        asked.fingerprint = u"SHA256:abc"_s;
        auto question = std::make_unique<SshQuestionDialog>(asked, nullptr);
        question->setAttribute(Qt::WA_DeleteOnClose, false);
        return question;
    }
    if (what == "trust"_L1) {
        const QList<StackCommand> commands{{u"migrate"_s, u"alembic upgrade head"_s}};
        TrustState state;
        auto trust = std::make_unique<TrustDialog>(
            TrustDialog::Project{u"chat"_s, u"/1/2"_s, u"hash"_s, commands}, state, nullptr);
        trust->setAttribute(Qt::WA_DeleteOnClose, false);
        return trust;
    }
    static const Catalogue catalogue = *Catalogue::builtIn();
    auto panel = std::make_unique<DeploymentsPanel>(catalogue);
    const DeploymentState state = TimelineStory::failedRelease().state();
    QList<DeploymentSummary> history = Sample::history();
    history[0].id = state.id;
    panel->setHistory(history);
    panel->setState(state);
    panel->setLog(Sample::log(10));
    return panel;
}

void TestRetranslation::everyTextFollowsTheLanguage_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"fleet",
             "header",
             "plan",
             "question",
             "deployments",
             "servers",
             "server",
             "stack",
             "ssh question",
             "trust"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestRetranslation::everyTextFollowsTheLanguage()
{
    QFETCH(QString, what);
    const std::unique_ptr<QWidget> widget = make(what);
    widget->resize(1000, 640);
    widget->show();
    QCoreApplication::processEvents();
    const QMap<QString, QString> before = textsOf(widget.get());
    PseudoTranslator pseudo;
    QVERIFY(QCoreApplication::installTranslator(&pseudo));
    QCoreApplication::processEvents();
    const QMap<QString, QString> during = textsOf(widget.get());
    // Machine text and names stay as they are.
    const QStringList same{u"grupo-gad"_s, u"invex"_s, u"chat"_s, u"SHA256:abc"_s};
    for (auto text = during.begin(); text != during.end(); ++text) {
        if (!hasWords(*text) || same.contains(*text) || text->startsWith("registry.fly.io/"_L1))
            continue;
        QVERIFY2(text->contains(u'['), qPrintable(text.key() + u": "_s + *text));
    }
    QCoreApplication::removeTranslator(&pseudo);
    QCoreApplication::processEvents();
    if (what != "plan"_L1) // its notices are made anew: they stand elsewhere in the list
        QCOMPARE(textsOf(widget.get()).values(), before.values());
}

void TestRetranslation::wholeWindowComesBack()
{
    SandboxWindow host(false);
    host.show();
    const QString title = host.window().windowTitle();
    auto *field = FIND(QLineEdit, &host.window(), "commandField");
    const QString placeholder = field->placeholderText();
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QCoreApplication::processEvents();
    QVERIFY(field->placeholderText().startsWith(u'['));
    for (const QAction *action : host.window().actions()) {
        if (!action->objectName().startsWith("language.e"_L1)) // each in its own language
            QVERIFY2(action->text().contains(u'['), qPrintable(action->objectName()));
    }
    UiTest::shot(&host.window(), u"pseudo"_s);
    QCoreApplication::removeTranslator(&pseudo);
    QCoreApplication::processEvents();
    QCOMPARE(host.window().windowTitle(), title);
    QCOMPARE(field->placeholderText(), placeholder);
}

void TestRetranslation::longWordsAreNotClipped()
{
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    for (const QString &what : {u"header"_s, u"plan"_s, u"deployments"_s}) {
        const std::unique_ptr<QWidget> widget = make(what);
        widget->resize(1000, 640);
        widget->show();
        for (const QAbstractButton *button : widget->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !button->text().isEmpty()) {
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                    qPrintable(button->objectName()));
            }
        }
        UiTest::shot(widget.get(), u"pseudo-"_s + what);
    }
    QCoreApplication::removeTranslator(&pseudo);
}

QTEST_MAIN(TestRetranslation)
#include "tst_retranslation.moc"
