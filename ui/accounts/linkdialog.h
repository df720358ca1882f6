#pragma once

#include "config/projectfiles.h"
#include "types/ids.h"

#include <QDialog>

class Banner;
class PrimaryButton;
class Prompts;
class QLabel;
class QListWidget;
class QPushButton;
class Settings;

// Links an app to the fly.toml of a project folder; a monorepo has several to choose from.
// Window-modal, opened with open().
class LinkDialog final : public QDialog
{
    Q_OBJECT

public:
    LinkDialog(const AppName &app, Settings &settings, Prompts &prompts, QWidget *parent);

Q_SIGNALS:
    void linked(); // or taken away

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void chooseFolder();
    void showFolder(const QString &folder);
    void link();
    void unlink();
    void showChoice();
    [[nodiscard]] const ProjectFile *chosen() const;

    const AppName m_app;
    Settings &m_settings;
    Prompts &m_prompts;
    QString m_folder;
    QList<ProjectFile> m_files;
    Banner *m_banner;
    QLabel *m_now;
    QPushButton *m_choose;
    QLabel *m_filesLabel;
    QListWidget *m_list;
    QLabel *m_warning;
    QPushButton *m_unlink;
    QPushButton *m_close;
    PrimaryButton *m_link;
};
