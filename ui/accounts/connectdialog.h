#pragma once

#include "accounts/accountsservice.h"

#include <QDialog>
#include <QUrl>

#include <functional>

class Banner;
class PrimaryButton;
class QLabel;
class QPushButton;
class QStackedWidget;
class TokenKeepingPage;
class TokenSourcePage;

// Connects an account: where its token comes from, what it may do, where it is kept. Nothing is
// kept before the last button. Window-modal, opened with open().
class ConnectDialog final : public QDialog
{
    Q_OBJECT

public:
    // `openPage` shows a page in the browser; false when it cannot.
    ConnectDialog(
        AccountsService &accounts, std::function<bool(const QUrl &)> openPage, QWidget *parent);
    ~ConnectDialog() override;

Q_SIGNALS:
    void connected(const Account &account);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Page
    {
        Source,
        Waiting,
        Keeping
    };

    void build();
    void retranslate();
    void showPage(Page page);
    void goBack();
    void goOn();
    void beginLogin();
    void followBrowser(const BrowserLogin::Session &session);
    void check(const Pending<CheckedToken> &pending);
    void save();
    void fail(const Error &error);
    void updateButtons();
    [[nodiscard]] QString waitingText() const;

    AccountsService &m_accounts;
    const std::function<bool(const QUrl &)> m_openPage;
    Page m_page = Page::Source;
    bool m_busy = false;
    int m_round = 0; // answers of a round that was given up are not taken
    QUrl m_loginPage;
    std::optional<FoundToken> m_found;
    Error m_error;

    QLabel *m_title;
    Banner *m_banner;
    QStackedWidget *m_stack;
    TokenSourcePage *m_source;
    QLabel *m_waiting;
    QLabel *m_address;
    QPushButton *m_openAgain;
    TokenKeepingPage *m_keeping;
    QPushButton *m_cancel;
    QPushButton *m_back;
    PrimaryButton *m_next;
};
