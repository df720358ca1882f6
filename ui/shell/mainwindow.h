#pragma once

#include "ui/shell/windowparts.h"

#include <QMainWindow>

#include <memory>

// The one window: top bar, fleet beside the target, activity below. Closing it while a deployment
// runs here asks; "stop it" closes the window when the last one has finished.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(WindowParts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openApp(const QString &app); // as if chosen in the fleet; also when it arrives later
    void showNotice(
        const QString &text); // a trouble of the start, e.g. the sandbox could not be reached

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
