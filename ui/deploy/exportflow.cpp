#include "ui/deploy/exportflow.h"

#include "core/clock.h"
#include "deploy/deployservice.h"
#include "models/spancsv.h"
#include "ui/deploy/capsuledialog.h"
#include "ui/deploy/capsulewindow.h"
#include "ui/deploy/comparedialog.h"
#include "ui/deploy/deploymentscontroller.h"
#include "ui/deploy/ganttview.h"
#include "ui/deploy/savedfile.h"
#include "ui/shell/languageswitcher.h"
#include "ui/shell/prompts.h"

using namespace Qt::StringLiterals;

namespace {

// The one it is best set against: the latest before it that went well, else the one before it.
DeploymentId counterpartOf(const QList<DeploymentSummary> &history, const DeploymentId &id)
{
    DeploymentId before;
    bool passed = false;
    for (const DeploymentSummary &row : history) {
        if (row.id == id) {
            passed = true;
            continue;
        }
        if (!passed)
            continue;
        if (before.isEmpty())
            before = row.id;
        if (row.status == DeploymentSummary::Status::Ended && row.reported == Reported::Succeeded)
            return row.id;
    }
    if (before.isEmpty() && !history.isEmpty())
        return history.first().id == id && history.size() > 1 ? history.at(1).id
                                                              : history.first().id;
    return before;
}

} // namespace

ExportFlow::ExportFlow(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
}

QWidget *ExportFlow::window() const
{
    return m_window->window();
}

QString ExportFlow::baseName() const
{
    const DeploymentState &state = m_parts.controller.state();
    return u"%1-%2"_s.arg(state.app.value, QString::number(state.number));
}

void ExportFlow::saved(const Result<void> &result, const QString &path)
{
    if (result)
        Q_EMIT told(Status::Succeeded, tr("Saved as %1.").arg(path));
    else
        Q_EMIT told(Status::Failed, Words::error(result.error()));
}

void ExportFlow::begin(DeploymentsPanel::Export form)
{
    if (m_parts.controller.state().attempts.isEmpty())
        return;
    // Made of what is shown here and now; encoded and written on a thread of its own.
    using Write = std::function<Result<void>(const QString &path)>;
    const auto ask = [this](const QString &title,
                         const QString &suffix,
                         const QString &filter,
                         const std::function<Write()> &make) {
        m_parts.prompts.saveFile(window(),
            title,
            QString(baseName() + suffix),
            filter,
            [this, make](const QString &path) {
                if (!path.isEmpty())
                    save(path, make());
            });
    };
    const DeploymentsPanel &panel = m_parts.panel;
    using Export = DeploymentsPanel::Export;
    switch (form) {
    case Export::Picture:
        return ask(tr("Save the chart as a picture"),
            u".png"_s,
            tr("PNG pictures (*.png)"),
            [&panel]() -> Write {
                return [image = panel.chart()->picture(2)](
                           const QString &path) { return savePng(path, image); };
            });
    case Export::Drawing:
        return ask(tr("Save the chart as a drawing"),
            u".svg"_s,
            tr("SVG drawings (*.svg)"),
            [&panel]() -> Write {
                return [svg = panel.chart()->drawing()](
                           const QString &path) { return saveBytes(path, svg); };
            });
    case Export::Table:
        return ask(tr("Save the steps as a table"),
            u".csv"_s,
            tr("CSV tables (*.csv)"),
            [this]() -> Write {
                return [state = m_parts.controller.state()](
                           const QString &path) { return saveBytes(path, spanCsv(state)); };
            });
    case Export::Record:
        return exportRecord();
    }
}

void ExportFlow::save(
    const QString &path, const std::function<Result<void>(const QString &path)> &write)
{
    deliver(m_pool.run<bool>([path, write](std::stop_token) -> Result<bool> {
        const Result<void> written = write(path);
        if (!written)
            return failure(written.error());
        return true;
    }),
        this,
        [this, path](const Result<bool> &written) {
            saved(written ? Result<void>() : failure(written.error()), path);
        });
}

void ExportFlow::exportRecord()
{
    const std::optional<DeploymentSummary> shown = m_parts.controller.shownSummary();
    if (!shown || m_dialog)
        return;
    DeployService &deploy = m_parts.deploy;
    const auto failed = [this](const Error &error) {
        Q_EMIT told(Status::Failed, Words::error(error));
    };
    deliver(deploy.events(shown->id),
        this,
        [this, summary = *shown, failed, &deploy](const Result<QList<DeployEvent>> &events) {
            if (!events)
                return failed(events.error());
            deliver(deploy.log(summary.id),
                this,
                [this, summary, failed, events = *events](const Result<QList<LogLine>> &log) {
                    if (!log)
                        return failed(log.error());
                    showRecord(summary, events, *log);
                });
        });
}

void ExportFlow::showRecord(
    const DeploymentSummary &summary, const QList<DeployEvent> &events, const QList<LogLine> &log)
{
    if (m_dialog)
        return;
    const Capsule capsule =
        Capsule::from(summary, events, u"atalaya"_s, QDateTime::currentDateTimeUtc());
    m_dialog = new CapsuleDialog(capsule, log, window());
    connect(m_dialog, &CapsuleDialog::previewWanted, this, &ExportFlow::preview);
    connect(m_dialog, &CapsuleDialog::saveRequested, this, &ExportFlow::askWhere);
    preview();
    m_dialog->open();
}

void ExportFlow::preview()
{
    const int asked = ++m_previews;
    const Capsule capsule = m_dialog->capsule();
    deliver(m_pool.run<QByteArray>([capsule](std::stop_token) -> Result<QByteArray> {
        return capsuleToJson(capsule);
    }),
        m_dialog,
        [this, asked](const Result<QByteArray> &json) {
            if (m_dialog && json && asked == m_previews)
                m_dialog->setPreview(*json);
        });
}

void ExportFlow::askWhere()
{
    m_parts.prompts.saveFile(m_dialog,
        tr("Save the record of the deployment"),
        QString(baseName() + u".capsule.json"_s),
        tr("Capsules (*.json)"),
        [this](const QString &path) {
            if (!path.isEmpty() && m_dialog)
                write(path);
        });
}

void ExportFlow::write(const QString &path)
{
    const Capsule capsule = m_dialog->capsule();
    deliver(m_pool.run<bool>([capsule, path](std::stop_token) -> Result<bool> {
        const Result<void> written = writeCapsule(capsule, path);
        if (!written)
            return failure(written.error());
        return true;
    }),
        this,
        [this, path](const Result<bool> &written) {
            if (!written && m_dialog)
                return m_dialog->setError(written.error());
            if (m_dialog)
                m_dialog->accept();
            saved(written ? Result<void>() : failure(written.error()), path);
        });
}

void ExportFlow::openCapsule()
{
    m_parts.prompts.openFile(
        window(), tr("Open a capsule"), tr("Capsules (*.json)"), [this](const QString &path) {
            if (path.isEmpty())
                return;
            deliver(m_pool.run<Capsule>([path](std::stop_token) { return readCapsule(path); }),
                this,
                [this](const Result<Capsule> &capsule) {
                    if (capsule)
                        return show(*capsule);
                    // Which field it is helps who made it.
                    Q_EMIT told(Status::Failed,
                        tr("The capsule cannot be read: %1").arg(capsule.error().detail));
                });
        });
}

void ExportFlow::show(const Capsule &capsule)
{
    const Result<DeploymentState> state = capsule.state();
    if (!state) // what is read has been folded once
        return Q_EMIT told(Status::Failed, Words::error(state.error()));
    auto *opened =
        new CapsuleWindow(capsule, *state, m_parts.catalogue, m_parts.language.current(), window());
    connect(&m_parts.language, &LanguageSwitcher::changed, opened, &CapsuleWindow::setLanguage);
    opened->show();
}

void ExportFlow::compare()
{
    const QList<DeploymentSummary> &history = m_parts.controller.history();
    const std::optional<DeploymentSummary> shown = m_parts.controller.shownSummary();
    if (!shown || history.size() < 2)
        return Q_EMIT told(
            Status::Warning, tr("There are no two deployments of this app to compare."));
    auto *dialog = new CompareDialog(
        m_parts.controller.app(), history, counterpartOf(history, shown->id), shown->id, window());
    dialog->setNow(m_parts.clock.wallNow());
    connect(dialog, &CompareDialog::stateWanted, this, [this, dialog](const DeploymentId &id) {
        load(dialog, id);
    });
    dialog->begin();
    dialog->show();
}

void ExportFlow::load(CompareDialog *dialog, const DeploymentId &id)
{
    deliver(m_parts.deploy.load(id), dialog, [dialog](const Result<DeploymentState> &state) {
        if (state)
            dialog->setState(*state);
        else
            dialog->setError(state.error());
    });
}

void ExportFlow::copy(const PlatformAction &action, CopyMenu::Tool tool)
{
    const QString copied = CopyMenu::copy(action, tool);
    Q_EMIT told(
        copied.isEmpty() ? Status::Warning : Status::Succeeded, CopyMenu::told(action, tool));
}

PlatformAction ExportFlow::shownAction() const
{
    if (const AttemptState *attempt = m_parts.controller.state().lastAttempt())
        return PlatformAction::of(attempt->plan);
    PlatformAction action;
    action.what = PlatformAction::What::ShowApp;
    action.app = m_parts.controller.app();
    return action;
}
