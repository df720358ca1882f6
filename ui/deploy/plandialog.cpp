#include "ui/deploy/plandialog.h"

#include "models/format.h"
#include "models/planmachinesmodel.h"
#include "models/planmodel.h"
#include "models/planstackrows.h"
#include "models/words.h"
#include "models/wordsstack.h"
#include "types/stackplan.h"
#include "ui/deploy/copymenu.h"
#include "ui/deploy/planconfigview.h"
#include "ui/deploy/plandelegate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/quiettreeview.h"
#include "ui/widgets/statepages.h"
#include "ui/widgets/statuscolumndelegate.h"
#include "ui/widgets/statusmark.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QTreeView *planTable(const QString &name, QAbstractItemModel *model)
{
    auto *view = new QuietTreeView;
    view->setObjectName(name);
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setTabKeyNavigation(false);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->header()->setStretchLastSection(false);
    return view;
}

void colour(QWidget *widget, Status status)
{
    QPalette colours = widget->palette();
    colours.setColor(QPalette::WindowText, Theme::of(widget->palette()).status(status));
    widget->setPalette(colours);
}

QLabel *sectionTitle()
{
    auto *label = new QLabel;
    QFont strong = label->font();
    strong.setWeight(QFont::DemiBold);
    label->setFont(strong);
    return label;
}

} // namespace

PlanDialog::PlanDialog(const AppName &app, DeployKind kind, QWidget *parent)
    : QDialog(parent)
    , m_app(app)
    , m_kind(kind)
    , m_title(new QLabel)
    , m_environment(new QLabel)
    , m_facts(new QLabel)
    , m_banner(new Banner(u"plan.banner"_s))
    , m_notices(new QWidget)
    , m_stepsTitle(sectionTitle())
    , m_stepsModel(new PlanModel(this))
    , m_machinesTitle(sectionTitle())
    , m_machinesModel(new PlanMachinesModel(this))
    , m_servicesModel(new RowsModel(this))
    , m_config(new PlanConfigView)
    , m_confirmLabel(new QLabel)
    , m_confirm(new QLineEdit)
    , m_question(new QWidget)
    , m_questionText(new QLabel)
    , m_ranToItsEnd(new QRadioButton)
    , m_runAgain(new QRadioButton)
    , m_destroy(new QCheckBox)
    , m_evenSo(new QCheckBox)
    , m_apply(new PrimaryButton)
    , m_refresh(new QPushButton)
    , m_copy(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(u"plan"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    retranslate();
    connect(m_confirm, &QLineEdit::textChanged, this, &PlanDialog::updateConfirm);
    connect(m_ranToItsEnd, &QRadioButton::toggled, this, &PlanDialog::updateConfirm);
    connect(m_runAgain, &QRadioButton::toggled, this, &PlanDialog::updateConfirm);
    connect(m_destroy, &QCheckBox::toggled, this, &PlanDialog::updateConfirm);
    connect(m_evenSo, &QCheckBox::toggled, this, &PlanDialog::updateConfirm);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_refresh, &QPushButton::clicked, this, &PlanDialog::refreshRequested);
    connect(m_copy, &QPushButton::clicked, this, &PlanDialog::copyFlyctl);
    connect(m_pages, &StatePages::retryRequested, this, &PlanDialog::refreshRequested);
    connect(
        m_apply, &QPushButton::clicked, this, [this] { Q_EMIT applyRequested(answeredPlan()); });
}

void PlanDialog::build()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    buildContent(column);
    m_pages = new StatePages(u"plan"_s, content);

    m_title->setObjectName(u"plan.title"_s);
    m_environment->setObjectName(u"plan.environment"_s);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    small.setWeight(QFont::DemiBold);
    m_environment->setFont(small);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_environment);
    head->addStretch();

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 16, 24, 16);
    outer->setSpacing(8);
    outer->addLayout(head);
    outer->addWidget(m_banner);
    outer->addWidget(m_pages, 1);
    buildConfirmation(outer);
    resize(760, 680);
}

void PlanDialog::buildContent(QVBoxLayout *column)
{
    m_facts->setObjectName(u"plan.facts"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notices->setObjectName(u"plan.notices"_s);
    auto *notices = new QVBoxLayout(m_notices);
    notices->setContentsMargins(0, 0, 0, 0);
    notices->setSpacing(4);

    m_steps = planTable(u"plan.steps"_s, m_stepsModel);
    m_steps->setItemDelegate(new PlanDelegate(m_steps));
    m_steps->header()->setSectionResizeMode(int(PlanModel::Column::Step), QHeaderView::Stretch);
    m_steps->header()->setSectionResizeMode(
        int(PlanModel::Column::Writes), QHeaderView::ResizeToContents);
    m_steps->header()->setSectionResizeMode(
        int(PlanModel::Column::Usual), QHeaderView::ResizeToContents);
    m_machines = planTable(u"plan.machines"_s, m_machinesModel);
    auto *delegate = new StatusColumnDelegate(int(PlanMachinesModel::Column::State), m_machines);
    delegate->setIdColumn(int(PlanMachinesModel::Column::Machine));
    m_machines->setItemDelegate(delegate);
    m_machines->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_machines->header()->setSectionResizeMode(
        int(PlanMachinesModel::Column::Action), QHeaderView::Stretch);
    m_stepsTitle->setBuddy(m_steps);
    m_machinesTitle->setBuddy(m_machines);

    column->addWidget(m_facts);
    column->addWidget(m_notices);
    column->addSpacing(8);
    column->addWidget(m_stepsTitle);
    column->addWidget(m_steps, 3);
    column->addWidget(m_machinesTitle);
    column->addWidget(m_machines);
    column->addWidget(m_config);
}

void PlanDialog::buildConfirmation(QVBoxLayout *column)
{
    m_confirmLabel->setObjectName(u"plan.confirmLabel"_s);
    m_confirm->setObjectName(u"plan.confirm"_s);
    m_confirmLabel->setBuddy(m_confirm);
    m_confirmLabel->setWordWrap(true);
    m_ranToItsEnd->setObjectName(u"plan.ranToItsEnd"_s);
    m_runAgain->setObjectName(u"plan.runAgain"_s);
    m_questionText->setWordWrap(true);
    auto *question = new QVBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->setSpacing(4);
    question->addWidget(m_questionText);
    question->addWidget(m_ranToItsEnd);
    question->addWidget(m_runAgain);
    m_apply->setObjectName(u"plan.apply"_s);
    m_refresh->setObjectName(u"plan.refresh"_s);
    m_close->setObjectName(u"plan.close"_s);
    m_apply->setDefault(true);
    m_copy->setObjectName(u"plan.copyFlyctl"_s);
    m_copy->setAutoDefault(false);
    m_refresh->setAutoDefault(false);
    m_close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_refresh);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_apply);
    m_evenSo->setObjectName(u"plan.evenSo"_s);
    column->addWidget(m_question);
    m_destroy->setObjectName(u"plan.destroy"_s);
    column->addWidget(m_destroy);
    column->addWidget(m_evenSo);
    column->addWidget(m_confirmLabel);
    column->addWidget(m_confirm);
    column->addSpacing(8);
    column->addLayout(buttons);
}

void PlanDialog::showLoading()
{
    m_hasPlan = false;
    m_applying = false;
    m_banner->dismiss();
    m_pages->showLoading(tr("Looking at what runs now. Nothing is written."));
    updateConfirm();
}

void PlanDialog::setPlan(const DeployPlan &plan, bool changedMeanwhile)
{
    m_plan = plan;
    m_hasPlan = true;
    m_applying = false;
    m_changedMeanwhile = changedMeanwhile;
    m_stepsModel->setPlan(plan);
    showTargets();
    m_config->setChanges(plan.configChanges);
    constexpr int withConfig = 840; // the steps keep their room
    if (!plan.configChanges.isEmpty())
        growTo({width(), withConfig});
    const int rows = std::clamp(m_machines->model()->rowCount(), 1, 5);
    m_machines->setFixedHeight(m_machines->header()->sizeHint().height()
        + rows * std::max(24, fontMetrics().height() + 8) + 4);
    m_confirm->clear();
    m_destroy->setChecked(false);
    m_evenSo->setChecked(false);
    m_pages->showData();
    retranslate();
    update();
    (m_plan.production ? static_cast<QWidget *>(m_confirm) : m_apply)
        ->setFocus(Qt::OtherFocusReason);
}

// No larger than the screen, nor below its end: the buttons are at the bottom.
void PlanDialog::growTo(const QSize &wanted)
{
    constexpr QSize frame(16, 48); // of the window manager, about
    const QSize larger = size().expandedTo(wanted);
    if (!screen())
        return resize(larger);
    const QRect room = screen()->availableGeometry();
    resize(larger.boundedTo((room.size() - frame).expandedTo(minimumSizeHint())));
    const int lowest = room.bottom() - height() - frame.height() / 2;
    if (y() > lowest)
        move(x(), std::max(room.top(), lowest));
}

void PlanDialog::showTargets()
{
    m_machinesModel->setMachines(m_plan.machines);
    QAbstractItemModel *model = m_machinesModel;
    if (m_plan.stack) {
        m_servicesModel->setHeaders(PlanStackRows::headers());
        m_servicesModel->setRows(PlanStackRows::services(m_plan));
        model = m_servicesModel;
    }
    if (m_machines->model() == model)
        return;
    m_machines->setModel(model);
    m_config->hide(); // of machines
    growTo({900, 840});
    m_machines->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_machines->header()->setSectionResizeMode(
        int(PlanMachinesModel::Column::Action), QHeaderView::Stretch);
}

void PlanDialog::setError(const Error &error)
{
    m_applying = false;
    if (m_hasPlan) {
        m_banner->showMessage(Status::Failed, Words::error(error));
        return updateConfirm();
    }
    m_pages->showError(error, Words::error(error));
    updateConfirm();
}

void PlanDialog::setApplying(bool applying)
{
    m_applying = applying;
    updateConfirm();
}

void PlanDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void PlanDialog::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    if (!m_hasPlan || !m_plan.production)
        return;
    QPainter painter(this);
    painter.fillRect(0, 0, Theme::ProductionEdge, height(), Theme::of(palette()).production);
}

void PlanDialog::retranslate()
{
    setWindowTitle(headline());
    m_title->setText(headline());
    m_stepsTitle->setText(tr("What will be done, in this order"));
    const bool ofStack = isStackTarget(m_app);
    m_machinesTitle->setText(ofStack ? tr("Services") : tr("Machines"));
    m_steps->setAccessibleName(tr("Steps of the plan"));
    m_machines->setAccessibleName(
        ofStack ? tr("Services of the plan") : tr("Machines of the plan"));
    m_refresh->setText(tr("Look again"));
    m_refresh->setToolTip(ofStack ? tr("Survey the servers again and make the plan anew")
                                  : tr("Survey the app again and make the plan anew"));
    m_copy->setText(tr("Copy as flyctl"));
    m_copy->setVisible(!ofStack); // flyctl knows no stacks
    m_close->setText(tr("Close"));
    m_questionText->setText(
        tr("It cannot be known whether the release command of the interrupted attempt "
           "ended. Please look at its effects:"));
    m_ranToItsEnd->setText(tr("It ended well: do not run it again"));
    m_runAgain->setText(tr("Run it again"));
    m_evenSo->setText(ofStack
            ? tr("It is meant: go on with %1 in spite of what is told above").arg(targetName(m_app))
            : tr("It is meant: deploy %1 with this fly.toml").arg(targetName(m_app)));
    m_stepsModel->retranslate();
    m_machinesModel->retranslate();
    if (m_hasPlan)
        showPlan();
    updateConfirm();
}

void PlanDialog::showPlan()
{
    m_environment->setText(m_plan.production ? tr("PRODUCTION") : QString());
    colour(m_environment, Status::Failed);
    colour(m_destroy, Status::Failed);
    m_destroy->setText(tr(
        "Destroy %Ln machine(s). This cannot be undone.", nullptr, int(m_plan.destroyed().size())));
    m_facts->setText(m_plan.stack ? PlanStackRows::facts(m_plan).join(u'\n') : facts());
    showTargets(); // in the language of the moment
    m_confirmLabel->setText(tr("This is production. Type %1 to confirm:").arg(targetName(m_app)));
    m_confirm->setAccessibleName(m_confirmLabel->text());
    if (m_changedMeanwhile)
        m_banner->showMessage(Status::Warning,
            tr("What runs has changed since the plan was made. This is the new plan: "
               "please read it again."));
    showNotices();
}

void PlanDialog::showNotices()
{
    qDeleteAll(m_notices->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    QList<std::pair<Status, QString>> lines;
    lines.append({m_plan.risk == PlanRisk::None ? Status::Succeeded : Status::Warning,
        Words::risk(m_plan.risk, m_plan)});
    for (const PlanNotice &notice : m_plan.notices)
        lines.append(
            {notice.warning == PlanWarning::MachinesDestroyed ? Status::Failed : Status::Warning,
                Words::notice(notice)});
    for (const auto &[status, text] : lines) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto *mark = new StatusMark;
        mark->setStatus(status);
        auto *label = new QLabel(text);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        if (status == Status::Failed)
            colour(label, Status::Failed);
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(label, 1);
        m_notices->layout()->addWidget(line);
        line->show();
    }
}

void PlanDialog::updateConfirm()
{
    const bool asksName = m_hasPlan && m_plan.production;
    m_confirmLabel->setVisible(asksName);
    m_confirm->setVisible(asksName);
    m_confirm->setEnabled(!m_applying);
    m_question->setVisible(asksAboutCommand());
    m_question->setEnabled(!m_applying);
    m_destroy->setVisible(asksAboutDestroying());
    m_destroy->setEnabled(!m_applying);
    m_evenSo->setVisible(asksAboutFolder());
    m_evenSo->setEnabled(!m_applying);
    m_apply->setText(primaryText());
    m_apply->setAccessibleName(primaryText());
    m_apply->setEnabled(m_hasPlan && !m_applying && confirmed());
    m_refresh->setEnabled(!m_applying);
    m_copy->setEnabled(m_hasPlan);
}

void PlanDialog::copyFlyctl()
{
    const PlatformAction action = PlatformAction::of(m_plan);
    const bool copied = !CopyMenu::copy(action, CopyMenu::Tool::Flyctl).isEmpty();
    m_banner->showMessage(copied ? Status::Succeeded : Status::Warning,
        CopyMenu::told(action, CopyMenu::Tool::Flyctl));
}

QString PlanDialog::headline() const
{
    switch (m_kind) {
    case DeployKind::Deploy:
        return tr("Deploy %1").arg(targetName(m_app));
    case DeployKind::Retry:
        return tr("Retry the deploy of %1").arg(targetName(m_app));
    case DeployKind::Resume:
        return tr("Resume the deploy of %1").arg(targetName(m_app));
    case DeployKind::RollBack:
        return m_hasPlan && m_plan.toVersion > 0
            ? tr("Roll %1 back to v%2").arg(targetName(m_app), QString::number(m_plan.toVersion))
            : tr("Roll %1 back").arg(targetName(m_app));
    }
    return {};
}

QString PlanDialog::facts() const
{
    QStringList lines;
    lines.append(tr("Image: %1").arg(m_plan.image));
    static const QRegularExpression ofRelease(u"^release v(\\d+)$"_s);
    const QRegularExpressionMatch release = ofRelease.match(m_plan.configSource);
    lines.append(release.hasMatch() ? tr("Configuration: that of v%1").arg(release.captured(1))
                                    : tr("Configuration: %1").arg(m_plan.configSource));
    if (m_plan.strategy != Strategy::Rolling)
        lines.append(tr("Strategy: %1").arg(strategyName(m_plan.strategy)));
    if (!m_plan.releaseCommand.isEmpty())
        lines.append(tr("Release command: %1").arg(m_plan.releaseCommand));
    const QString writes = tr("%Ln write(s) to the platform", nullptr, m_plan.apiWrites);
    lines.append(m_plan.usualTotal && m_plan.usualTotal->p50.count() > 0
            ? tr("%1, usually %2").arg(writes, Format::duration(m_plan.usualTotal->p50))
            : writes);
    return lines.join(u'\n');
}

QString PlanDialog::primaryText() const
{
    if (m_applying)
        return tr("Starting…");
    switch (m_kind) {
    case DeployKind::Deploy:
        return tr("Deploy");
    case DeployKind::Retry:
        return tr("Retry deploy");
    case DeployKind::Resume:
        return tr("Resume");
    case DeployKind::RollBack:
        return tr("Roll back");
    }
    return {};
}

bool PlanDialog::asksAboutCommand() const
{
    return m_hasPlan
        && std::any_of(m_plan.steps.begin(), m_plan.steps.end(), [](const PlannedStep &step) {
               return step.reason == PlanReason::ReleaseCommandUnknown;
           });
}

bool PlanDialog::asksAboutDestroying() const
{
    return m_hasPlan && !m_plan.destroyed().isEmpty();
}

bool PlanDialog::asksAboutFolder() const
{
    return m_hasPlan && std::ranges::any_of(m_plan.notices, [](const PlanNotice &notice) {
        return notice.wantsAcknowledgement() && notice.warning != PlanWarning::MachinesDestroyed;
    });
}

bool PlanDialog::confirmed() const
{
    const bool named = !m_plan.production || m_confirm->text().trimmed() == targetName(m_app);
    const bool answered = m_ranToItsEnd->isChecked() || m_runAgain->isChecked();
    return named && (answered || !asksAboutCommand())
        && (m_evenSo->isChecked() || !asksAboutFolder())
        && (m_destroy->isChecked() || !asksAboutDestroying());
}

DeployPlan PlanDialog::answeredPlan() const
{
    DeployPlan plan = m_plan;
    plan.destroyConfirmed = m_destroy->isChecked();
    if (!asksAboutCommand())
        return plan;
    plan.runReleaseCommand = m_runAgain->isChecked();
    for (PlannedStep &step : plan.steps) {
        if (step.reason == PlanReason::ReleaseCommandUnknown)
            step.reason =
                m_runAgain->isChecked() ? PlanReason::None : PlanReason::ReleaseCommandDone;
    }
    return plan;
}
