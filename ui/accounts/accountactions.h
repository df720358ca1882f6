#pragma once

#include <QObject>
#include <QUrl>

#include <functional>

class AccountsService;
class ActionRegistry;
class DeployService;
class NetworkRoute;
class Prompts;
class QWidget;
class Settings;
class TargetPanel;

// The window's actions about accounts, links and profiles, and the dialogs that they open.
class AccountActions final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        ActionRegistry &actions;
        QWidget &window;
        TargetPanel &target;
        DeployService &deploy;
        Settings &settings;
        Prompts &prompts;
        AccountsService *accounts; // nullptr: there is nothing to manage
        NetworkRoute *network; // nullptr: nothing to choose
        std::function<void()> openOtherProfile; // the sandbox, or out of it; empty: not offered
        std::function<bool(const QUrl &)> openPage; // empty: the desktop's browser
        bool sandbox;
    };
    explicit AccountActions(Parts parts);

Q_SIGNALS:
    void networkChanged(); // proxy or CA file
    void stackLinkRequested(); // of the target, which is a stack

public:
    [[nodiscard]] bool isFirstRun() const; // accounts can be connected, and none is
    // Tokens in the encrypted file that nobody has opened yet.
    [[nodiscard]] bool wantsPassword() const;
    void connectAccount();
    void manageAccounts();
    void linkFolder();
    void openOtherProfile();
    void chooseNetwork();

private:
    void add();
    [[nodiscard]] bool isProxyLoginInFile() const;

    const Parts m_parts;
};
