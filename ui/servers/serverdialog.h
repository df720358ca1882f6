#pragma once

#include "servers/sshconfig.h"
#include "types/server.h"

#include <QDialog>

#include <optional>

class Banner;
class PrimaryButton;
class Prompts;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class ServerForm;
class ServersService;
class StatusMark;

// Adds a server, or changes one: from an alias of the user's ssh or by hand. It can be tried before
// it is kept; what ssh asks then is asked above this dialog. Window-modal, opened with open().
class ServerDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Parts
    {
        ServersService &servers;
        Prompts &prompts;
        QList<SshAlias> aliases;
    };
    ServerDialog(const Parts &parts, const std::optional<Server> &existing, QWidget *parent);

Q_SIGNALS:
    void saved(const Server &server);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildResult();
    void retranslate();
    void check();
    void showChecked(const Result<ServerFacts> &facts);
    void clearResult();
    void save();
    void tell(const Error &error);
    void updateButtons();

    const Parts m_parts;
    const bool m_isNew;
    bool m_checking = false;
    int m_round = 0; // answers about what was edited since are not taken
    std::optional<Result<ServerFacts>> m_checked;
    QString m_checkedName;

    Banner *m_banner;
    ServerForm *m_form;
    QWidget *m_result;
    StatusMark *m_mark;
    QLabel *m_told;
    QPlainTextEdit *m_words;
    QPushButton *m_check;
    QPushButton *m_cancel;
    PrimaryButton *m_save;
};
