#pragma once

#include <QFrame>

class ElidedLabel;
class PrimaryButton;
class QLabel;
class QMenu;
class StatusMark;

// What stands above a target and never scrolls away: name, environment, facts, a state with its
// sentence, and one primary button with a menu of the others. Its object names begin with a prefix.
class HeaderFrame : public QFrame
{
    Q_OBJECT

public:
    explicit HeaderFrame(const QString &prefix, QWidget *parent = nullptr);
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void setProduction(bool production);
    [[nodiscard]] bool isProduction() const { return m_production; }

    QLabel *m_title;
    ElidedLabel *m_facts;
    StatusMark *m_mark;
    ElidedLabel *m_sentence;
    PrimaryButton *m_primary;
    PrimaryButton *m_more; // opens the menu, below the primary button
    QMenu *m_menu;

private:
    void build(const QString &prefix);
    void showEnvironment();

    QLabel *m_environment;
    bool m_production = true;
};
