#include "models/commandsmodel.h"
#include "support/uitest.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/commandpalette.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TestCommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void openingListsWhatCanBeUsed();
    void typingNarrowsAndReturnChooses();
    void arrowsWalk();
    void escapeGivesTheFocusBack();
    void losingTheFocusCloses();
    void disabledActionsAreNotOffered();
    void tooltipsTellTheShortcut();
    void actionsRunByShortcutAndById();

private:
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr;
    QPushButton *m_other = nullptr;
    ActionRegistry *m_actions = nullptr;
    CommandPalette *m_palette = nullptr;
    int m_retries = 0;
};

void TestCommandPalette::init()
{
    m_retries = 0;
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    m_field = new QLineEdit;
    m_field->setObjectName(u"commandField"_s);
    m_other = new QPushButton;
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_field);
    column->addStretch();
    column->addWidget(m_other);
    m_actions = new ActionRegistry(m_window.get());
    m_actions->add({u"retry"_s,
        {QKeySequence(u"Ctrl+R"_s)},
        [] { return u"Retry deploy"_s; },
        [this] { ++m_retries; }});
    m_actions->add({u"filter"_s, {}, [] { return u"Filter the fleet"_s; }, {}});
    m_actions->add({u"theme"_s, {}, [] { return u"Dark"_s; }, {}});
    m_palette = new CommandPalette(
        m_field, [this] { return m_actions->commands(); }, m_window.get());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_other->setFocus();
}

void TestCommandPalette::openingListsWhatCanBeUsed()
{
    m_field->setFocus();
    QVERIFY(m_palette->isVisible());
    QCOMPARE(FIND(QListView, m_window.get(), "palette.list")->model()->rowCount(), 3);
    QVERIFY(m_palette->geometry().top() >= m_field->geometry().bottom());
    UiTest::shot(m_window.get(), u"palette"_s);
}

void TestCommandPalette::typingNarrowsAndReturnChooses()
{
    QSignalSpy chosen(m_palette, &CommandPalette::chosen);
    m_field->setFocus();
    QTest::keyClicks(m_field, u"rtr"_s);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"retry"_s);
    QVERIFY(!m_palette->isVisible());
    QVERIFY(m_field->text().isEmpty());
}

void TestCommandPalette::arrowsWalk()
{
    QSignalSpy chosen(m_palette, &CommandPalette::chosen);
    m_field->setFocus();
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Up);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(chosen.at(0).at(0).toString(), u"filter"_s);
}

void TestCommandPalette::escapeGivesTheFocusBack()
{
    m_field->setFocus();
    QTest::keyClicks(m_field, u"x"_s);
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(!m_palette->isVisible());
    QVERIFY(m_other->hasFocus());
}

void TestCommandPalette::losingTheFocusCloses()
{
    m_field->setFocus();
    m_other->setFocus();
    QVERIFY(!m_palette->isVisible());
}

void TestCommandPalette::disabledActionsAreNotOffered()
{
    m_actions->action(u"retry"_s)->setEnabled(false);
    QCOMPARE(m_actions->commands().size(), 2);
}

void TestCommandPalette::tooltipsTellTheShortcut()
{
    const QString tip = m_actions->action(u"retry"_s)->toolTip();
    QVERIFY2(tip.contains("Retry deploy"_L1) && tip.contains("Ctrl+R"_L1), qPrintable(tip));
}

void TestCommandPalette::actionsRunByShortcutAndById()
{
    m_actions->trigger(u"retry"_s);
    QCOMPARE(m_retries, 1);
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(m_retries, 2);
    m_actions->trigger(u"unknown"_s);
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
