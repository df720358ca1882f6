#pragma once

#include "settings/foundtokens.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QRadioButton;
class QVBoxLayout;

// Where the token of a new account comes from.
class TokenSourcePage final : public QWidget
{
    Q_OBJECT

public:
    explicit TokenSourcePage(QWidget *parent = nullptr);

    enum class Source
    {
        Browser,
        Pasted,
        Found
    };

    void setFound(const QList<FoundToken> &found);
    [[nodiscard]] Source source() const;
    [[nodiscard]] QByteArray pasted() const;
    [[nodiscard]] FoundToken chosen() const; // of Source::Found
    [[nodiscard]] bool isReady() const; // something is chosen, and pasted where it must be
    void forget(); // what was pasted

Q_SIGNALS:
    void readyChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QLabel *addHint(QVBoxLayout *column);

    QButtonGroup *m_group;
    QRadioButton *m_browser;
    QLabel *m_browserHint;
    QRadioButton *m_paste;
    QLineEdit *m_token;
    QLabel *m_pasteHint;
    QVBoxLayout *m_foundColumn;
    QLabel *m_foundHint;
    QList<QRadioButton *> m_foundButtons;
    QList<QLabel *> m_foundDetails;
    QList<FoundToken> m_found;
};
