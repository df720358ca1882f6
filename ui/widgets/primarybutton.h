#pragma once

#include <QPushButton>

#include <optional>

// The one primary action of a place: filled with the accent, or with the production red for
// destructive confirmations.
class PrimaryButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit PrimaryButton(QWidget *parent = nullptr);

    void setDangerous(bool dangerous);
    // A narrow part at the right edge that is painted as the other half of a split button.
    void setJoined(Qt::Edge edge);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_dangerous = false;
    std::optional<Qt::Edge> m_joined;
};
