#pragma once

#include "capsule/capsule.h"
#include "core/pool.h"
#include "models/platformcommands.h"
#include "models/words.h"
#include "ui/deploy/copymenu.h"
#include "ui/deploy/deploymentspanel.h"

#include <QObject>
#include <QPointer>

class CapsuleDialog;
class Catalogue;
class Clock;
class CompareDialog;
class DeployService;
class DeploymentsController;
class LanguageSwitcher;
class Prompts;

// Everything that carries a deployment out of the window, or a foreign one in: the chart as a
// picture, drawing or table; its record as a capsule; two of them compared. Writes files that the
// user names, and nothing else.
class ExportFlow final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        DeployService &deploy;
        const Catalogue &catalogue;
        Clock &clock;
        LanguageSwitcher &language;
        Prompts &prompts;
        DeploymentsController &controller; // the deployment that is looked at
        DeploymentsPanel &panel;
    };
    ExportFlow(const Parts &parts, QWidget *window);

    void begin(DeploymentsPanel::Export form);
    void openCapsule();
    void compare();
    void copy(const PlatformAction &action, CopyMenu::Tool tool);
    // What the deployment that is looked at would be with another tool.
    [[nodiscard]] PlatformAction shownAction() const;

Q_SIGNALS:
    void told(Status status, const QString &text); // for a banner

private:
    void exportRecord();
    void save(const QString &path, const std::function<Result<void>(const QString &path)> &write);
    void saved(const Result<void> &result, const QString &path);
    void showRecord(const DeploymentSummary &summary,
        const QList<DeployEvent> &events,
        const QList<LogLine> &log);
    void preview();
    void askWhere();
    void write(const QString &path);
    void show(const Capsule &capsule);
    void load(CompareDialog *dialog, const DeploymentId &id);
    [[nodiscard]] QString baseName() const;
    [[nodiscard]] QWidget *window() const;

    Parts m_parts;
    QPointer<QWidget> m_window;
    QPointer<CapsuleDialog> m_dialog;
    int m_previews = 0; // answers to older choices are dropped
    Pool m_pool;
};
