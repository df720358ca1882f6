#include "ui/accounts/linkdialog.h"

#include "models/words.h"
#include "settings/settings.h"
#include "ui/shell/prompts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/statuscolumndelegate.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

LinkDialog::LinkDialog(const AppName &app, Settings &settings, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_app(app)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_banner(new Banner(u"link.banner"_s))
    , m_now(new QLabel)
    , m_choose(new QPushButton)
    , m_filesLabel(new QLabel)
    , m_list(new QListWidget)
    , m_warning(new QLabel)
    , m_unlink(new QPushButton)
    , m_close(new QPushButton)
    , m_link(new PrimaryButton)
{
    setObjectName(u"link"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    connect(m_choose, &QPushButton::clicked, this, &LinkDialog::chooseFolder);
    connect(m_list, &QListWidget::currentRowChanged, this, &LinkDialog::showChoice);
    connect(m_list, &QListWidget::itemActivated, this, &LinkDialog::link);
    connect(m_unlink, &QPushButton::clicked, this, &LinkDialog::unlink);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_link, &QPushButton::clicked, this, &LinkDialog::link);
    retranslate();
    if (const QString config = m_settings.projectConfig(m_app.value); !config.isEmpty())
        showFolder(QFileInfo(config).absolutePath());
}

void LinkDialog::build()
{
    m_now->setObjectName(u"link.now"_s);
    m_choose->setObjectName(u"link.choose"_s);
    m_list->setObjectName(u"link.files"_s);
    m_list->setItemDelegate(new StatusColumnDelegate(-1, m_list)); // rows as everywhere
    m_warning->setObjectName(u"link.warning"_s);
    m_unlink->setObjectName(u"link.unlink"_s);
    m_close->setObjectName(u"link.close"_s);
    m_link->setObjectName(u"link.link"_s);
    m_link->setDefault(true);
    m_filesLabel->setBuddy(m_list);
    for (QLabel *label : {m_now, m_warning}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    for (QPushButton *button : {m_choose, m_unlink, m_close})
        button->setAutoDefault(false);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_unlink);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_link);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_now);
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    column->addSpacing(8);
    column->addWidget(m_filesLabel);
    column->addWidget(m_list, 1);
    column->addWidget(m_warning);
    column->addLayout(buttons);
    resize(640, 440);
}

void LinkDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void LinkDialog::retranslate()
{
    setWindowTitle(tr("Link %1 to a folder").arg(m_app.value));
    m_choose->setText(tr("Choose the &folder…"));
    m_filesLabel->setText(m_folder.isEmpty()
            ? tr("fly.toml of the project:")
            : tr("fly.toml found in %1:").arg(QDir::toNativeSeparators(m_folder)));
    m_list->setAccessibleName(tr("fly.toml files of the folder"));
    m_unlink->setText(tr("&Unlink"));
    m_close->setText(tr("Cancel"));
    m_link->setText(tr("Link"));
    m_link->setAccessibleName(m_link->text());
    showChoice();
}

void LinkDialog::chooseFolder()
{
    m_prompts.openFolder(this, tr("Folder of the project"), [this](const QString &folder) {
        if (!folder.isEmpty())
            showFolder(folder);
    });
}

void LinkDialog::showFolder(const QString &folder)
{
    m_banner->dismiss();
    m_list->clear();
    m_files.clear();
    m_folder = folder;
    const Result<QList<ProjectFile>> found = ProjectFiles::find(folder);
    if (!found) {
        m_banner->showMessage(Status::Failed, Words::error(found.error()));
        return retranslate();
    }
    m_files = *found;
    int best = m_files.isEmpty() ? -1 : 0;
    for (int i = 0; i < int(m_files.size()); ++i) {
        const ProjectFile &file = m_files.at(i);
        const QString path = QDir(folder).relativeFilePath(file.path);
        m_list->addItem(file.app.isEmpty() ? path : tr("%1 (app %2)").arg(path, file.app));
        if (file.app == m_app.value)
            best = i;
    }
    if (m_files.isEmpty())
        m_banner->showMessage(
            Status::Warning, tr("There is no fly.toml in this folder, nor below it."));
    m_list->setCurrentRow(best);
    retranslate();
}

const ProjectFile *LinkDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_files.size() ? &m_files.at(row) : nullptr;
}

void LinkDialog::link()
{
    if (!chosen())
        return;
    m_settings.setProjectConfig(m_app.value, chosen()->path);
    Q_EMIT linked();
    accept();
}

void LinkDialog::unlink()
{
    m_settings.setProjectConfig(m_app.value, {});
    Q_EMIT linked();
    accept();
}

void LinkDialog::showChoice()
{
    const QString config = m_settings.projectConfig(m_app.value);
    m_now->setText(config.isEmpty()
            ? tr("A linked app is deployed with the fly.toml of its folder. %1 is not linked yet: "
                 "it is deployed with the configuration of its last release.")
                  .arg(m_app.value)
            : tr("%1 is deployed with %2.").arg(m_app.value, config));
    const ProjectFile *file = chosen();
    const bool other = file && !file->app.isEmpty() && file->app != m_app.value;
    m_warning->setVisible(other);
    if (other)
        m_warning->setText(tr("This file names another app, %1. A deploy asks before it uses it "
                              "for %2.")
                               .arg(file->app, m_app.value));
    m_unlink->setVisible(!config.isEmpty());
    m_link->setEnabled(file != nullptr);
}
