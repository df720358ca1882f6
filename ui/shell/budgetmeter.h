#pragma once

#include "core/ratebudget.h"

#include <QWidget>

// How much of the tightest API limit is left, in four bars, and how many calls wait for it.
class BudgetMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit BudgetMeter(QWidget *parent = nullptr);

    void setState(const RateBudget::State &state);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    RateBudget::State m_state;
    QString m_label;
};
