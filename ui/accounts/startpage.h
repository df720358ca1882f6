#pragma once

#include <QFrame>

class PrimaryButton;
class QLabel;
class QPushButton;

// What the window shows while there is no account and no server: connect, add one, or try it.
class StartPage final : public QFrame
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    void setOffersServers(bool offers);

Q_SIGNALS:
    void tryRequested();
    void connectRequested();
    void addServerRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void retranslate();

    QLabel *m_title;
    QLabel *m_lead;
    PrimaryButton *m_connect;
    QLabel *m_connectText;
    QPushButton *m_server;
    QLabel *m_serverText;
    QPushButton *m_try;
    QLabel *m_tryText;
    QLabel *m_promise;
};
