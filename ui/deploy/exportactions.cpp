#include "ui/deploy/exportactions.h"

#include "ui/deploy/exportflow.h"
#include "ui/shell/actionregistry.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct ExportText
{
    Q_DECLARE_TR_FUNCTIONS(ExportActions)
};

PlatformAction ofApp(const ExportFlow &flow, PlatformAction::What what)
{
    PlatformAction action;
    action.what = what;
    action.app = flow.shownAction().app;
    return action;
}

} // namespace

void ExportActions::add(ActionRegistry &actions, ExportFlow &flow)
{
    using Export = DeploymentsPanel::Export;
    using What = PlatformAction::What;
    const auto add = [&actions](const QString &id,
                         const std::function<QString()> &text,
                         const std::function<void()> &run,
                         const QList<QKeySequence> &keys = {}) {
        actions.add({id, keys, text, run});
    };
    add(
        u"chart.saveDrawing"_s,
        [] { return ExportText::tr("Save the chart as a drawing (SVG)…"); },
        [&flow] { flow.begin(Export::Drawing); });
    add(
        u"chart.saveTable"_s,
        [] { return ExportText::tr("Save the steps as a table (CSV)…"); },
        [&flow] { flow.begin(Export::Table); });
    add(
        u"record.export"_s,
        [] { return ExportText::tr("Export the record of the deployment…"); },
        [&flow] { flow.begin(Export::Record); });
    add(
        u"record.open"_s,
        [] { return ExportText::tr("Open a capsule…"); },
        [&flow] { flow.openCapsule(); },
        {QKeySequence::Open});
    add(
        u"record.compare"_s,
        [] { return ExportText::tr("Compare two deployments…"); },
        [&flow] { flow.compare(); },
        {QKeySequence(u"Ctrl+Shift+M"_s)});
    struct Copied
    {
        QString id;
        What what;
        std::function<QString()> text;
    };
    const QList<Copied> copied{
        {u"copy.status"_s, What::ShowApp, [] { return ExportText::tr("Copy: status of the app"); }},
        {u"copy.machines"_s,
            What::ListMachines,
            [] { return ExportText::tr("Copy: its machines"); }},
        {u"copy.releases"_s,
            What::ListReleases,
            [] { return ExportText::tr("Copy: its releases"); }},
        {u"copy.logs"_s, What::ShowLogs, [] { return ExportText::tr("Copy: its log"); }},
        {u"copy.image"_s, What::ShowImage, [] { return ExportText::tr("Copy: its image"); }},
    };
    for (const Copied &one : copied) {
        for (const bool curl : {false, true}) {
            const QString tool = curl ? u"curl"_s : u"flyctl"_s;
            add(
                QString(one.id % u'.' % tool),
                [text = one.text, tool] {
                    return ExportText::tr("%1, as %2", "what is copied, for which tool")
                        .arg(text(), tool);
                },
                [&flow, what = one.what, curl] {
                    flow.copy(
                        ofApp(flow, what), curl ? CopyMenu::Tool::Curl : CopyMenu::Tool::Flyctl);
                });
        }
    }
}
