#include "ui/deploy/copymenu.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace {

struct CopyText
{
    Q_DECLARE_TR_FUNCTIONS(CopyMenu)
};

void addEntry(QMenu &menu, const QString &text, const QString &command, const QString &remark)
{
    QAction *entry = menu.addAction(text);
    entry->setEnabled(!command.isEmpty());
    QStringList said{remark, command};
    said.removeAll(QString());
    entry->setToolTip(said.join(u'\n'));
    QObject::connect(entry, &QAction::triggered, entry, [command] {
        QGuiApplication::clipboard()->setText(command);
    });
}

} // namespace

void CopyMenu::add(QMenu &menu, const PlatformAction &action)
{
    const PlatformCommands commands = PlatformCommands::of(action);
    menu.setToolTipsVisible(true);
    addEntry(menu,
        CopyText::tr("Copy as flyctl"),
        commands.flyctl,
        PlatformCommands::text(commands.flyctlRemark));
    menu.actions().last()->setObjectName(u"copy.flyctl"_s);
    addEntry(menu,
        CopyText::tr("Copy as curl"),
        commands.curl,
        PlatformCommands::text(commands.curlRemark));
    menu.actions().last()->setObjectName(u"copy.curl"_s);
}

QString CopyMenu::copy(const PlatformAction &action, Tool tool)
{
    const PlatformCommands commands = PlatformCommands::of(action);
    const QString command = tool == Tool::Flyctl ? commands.flyctl : commands.curl;
    if (!command.isEmpty())
        QGuiApplication::clipboard()->setText(command);
    return command;
}

QString CopyMenu::told(const PlatformAction &action, Tool tool)
{
    const PlatformCommands commands = PlatformCommands::of(action);
    const QString command = tool == Tool::Flyctl ? commands.flyctl : commands.curl;
    const QString remark =
        PlatformCommands::text(tool == Tool::Flyctl ? commands.flyctlRemark : commands.curlRemark);
    if (command.isEmpty())
        return remark;
    const QString copied = CopyText::tr("Copied: %1").arg(command);
    return remark.isEmpty() ? copied : copied + u'\n' + remark;
}
