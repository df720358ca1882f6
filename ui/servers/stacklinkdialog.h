#pragma once

#include "config/atalayatoml.h"
#include "types/fleetserver.h"

#include <QDialog>

class Banner;
class PrimaryButton;
class Prompts;
class QLabel;
class QPushButton;
class QTreeView;
class RowsModel;
class Settings;

// Links a stack of a server to the folder with its atalaya.toml, and says what that file says; one
// that is missing can be written. Window-modal, opened with open().
class StackLinkDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Parts
    {
        Settings &settings;
        Prompts &prompts;
    };
    StackLinkDialog(
        const Parts &parts, const FleetServer &server, const QString &stack, QWidget *parent);

Q_SIGNALS:
    void linked(); // or taken away

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void chooseFolder();
    void showFolder(const QString &folder);
    void showFindings();
    void write();
    void link();
    void unlink();
    [[nodiscard]] QString nowText() const;
    [[nodiscard]] QString warningText() const;

    const Parts m_parts;
    const FleetServer m_server;
    const QString m_stack;
    QString m_folder;
    std::optional<AtalayaToml> m_toml; // of the folder
    QString m_linked; // path of the file that is linked now

    Banner *m_banner;
    QLabel *m_now;
    QPushButton *m_choose;
    QLabel *m_findingsTitle;
    RowsModel *m_findings;
    QTreeView *m_findingsView;
    QLabel *m_warning;
    QPushButton *m_write;
    QPushButton *m_unlink;
    QPushButton *m_cancel;
    PrimaryButton *m_link;
};
