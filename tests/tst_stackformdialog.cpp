#include "support/stackfixture.h"
#include "support/uitest.h"
#include "ui/servers/stackformdialog.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// The guide to a file that is there; that it writes new ones is seen where folders are linked.
class TestStackFormDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fileThatIsThereIsChangedInPlace();
    void whatIsNotAskedStays();
    void ownBackupIsLeftAlone();
    void fileThatChangedMeanwhileIsLeft();

private:
    void write(const QByteArray &text);
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] std::unique_ptr<StackFormDialog> dialog() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_before;
};

void TestStackFormDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_before = StackFixture::fileIn(QFINDTESTDATA("data/stacks/invex"), u"atalaya.toml"_s);
    QVERIFY(!m_before.isEmpty());
    write(m_before);
}

void TestStackFormDialog::write(const QByteArray &text)
{
    QFile file(m_folder->filePath(u"atalaya.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray TestStackFormDialog::text() const
{
    QFile file(m_folder->filePath(u"atalaya.toml"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<StackFormDialog> TestStackFormDialog::dialog() const
{
    auto made = std::make_unique<StackFormDialog>(m_folder->path(), AtalayaToml(), nullptr);
    made->setAttribute(Qt::WA_DeleteOnClose, false);
    made->open();
    return made;
}

void TestStackFormDialog::fileThatIsThereIsChangedInPlace()
{
    const auto form = dialog();
    QCOMPARE(UiTest::namelessNodes(form.get()), QStringList());
    UiTest::shot(form.get(), u"stack-form-change"_s);
    QCOMPARE(FIND(QLineEdit, form, "stackForm.migrate")->text(), u"alembic upgrade head"_s);
    QCOMPARE(FIND(QLineEdit, form, "stackForm.databaseUser")->text(), u"invex"_s);
    auto *write = FIND(QPushButton, form, "stackForm.write");
    QVERIFY(!write->isEnabled()); // nothing is changed
    QCOMPARE(FIND(QPlainTextEdit, form, "stackForm.preview")->toPlainText().toUtf8(), m_before);

    FIND(QLineEdit, form, "stackForm.directory")->setText(u"/opt/invex"_s);
    QVERIFY(write->isEnabled());
    QSignalSpy written(form.get(), &StackFormDialog::written);
    write->click();
    QCOMPARE(written.count(), 1);
    QByteArray wanted = m_before;
    wanted.replace("\"/srv/invex\"", "\"/opt/invex\"");
    QCOMPARE(text(), wanted);
}

void TestStackFormDialog::whatIsNotAskedStays()
{
    const auto form = dialog();
    FIND(QLineEdit, form, "stackForm.probe")->setText(u"https://invex.example/health"_s);
    FIND(QLineEdit, form, "stackForm.smoke")->setText(u"http://127.0.0.1:8000/health"_s);
    FIND(QLineEdit, form, "stackForm.migrate")->setText(u"sh -c 'alembic upgrade head'"_s);
    FIND(QPushButton, form, "stackForm.write")->click();
    AtalayaToml wanted = readAtalayaToml(m_before);
    wanted.probes.append({u"https://invex.example/health"_s});
    wanted.smoke.first().url = u"http://127.0.0.1:8000/health"_s;
    wanted.migration->command = QStringList{u"sh"_s, u"-c"_s, u"alembic upgrade head"_s};
    QVERIFY2(readAtalayaToml(text()).saysTheSameAs(wanted), text().constData());
    QVERIFY(text().startsWith("# Field case C")); // and so do comments
}

void TestStackFormDialog::ownBackupIsLeftAlone()
{
    m_before.replace("kind = \"pg_dump\"\nservice = \"postgres\"\ndatabase = \"bankadvisor\"\n"
                     "user = \"invex\"\nverify = \"restore\"\n",
        "kind = \"command\"\nservice = \"postgres\"\ncommand = \"dump-all\"\n");
    write(m_before);
    const auto form = dialog();
    QVERIFY(!FIND(QLineEdit, form, "stackForm.database")->isVisible());
    FIND(QLineEdit, form, "stackForm.env")->setText(u"envs/production.env"_s);
    FIND(QPushButton, form, "stackForm.write")->click();
    QByteArray wanted = m_before;
    wanted.replace("envs/.env", "envs/production.env");
    QCOMPARE(text(), wanted);
}

void TestStackFormDialog::fileThatChangedMeanwhileIsLeft()
{
    const auto form = dialog();
    FIND(QLineEdit, form, "stackForm.directory")->setText(u"/opt/invex"_s);
    const QByteArray other = m_before + "\n# by somebody else\n";
    write(other);
    QSignalSpy written(form.get(), &StackFormDialog::written);
    FIND(QPushButton, form, "stackForm.write")->click();
    QCOMPARE(written.count(), 0);
    QCOMPARE(text(), other);
    QVERIFY(form->isVisible());
}

QTEST_MAIN(TestStackFormDialog)
#include "tst_stackformdialog.moc"
