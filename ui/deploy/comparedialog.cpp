#include "ui/deploy/comparedialog.h"

#include "models/comparisonmodel.h"
#include "models/deploymentsmodel.h"
#include "models/format.h"
#include "models/words.h"
#include "types/stackplan.h"
#include "ui/deploy/comparisondelegate.h"
#include "ui/widgets/quiettreeview.h"
#include "ui/widgets/statepages.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

CompareDialog::CompareDialog(const AppName &app,
    const QList<DeploymentSummary> &history,
    const DeploymentId &first,
    const DeploymentId &second,
    QWidget *parent)
    : QDialog(parent)
    , m_app(app)
    , m_history(history)
    , m_now(QDateTime::currentDateTimeUtc())
    , m_firstLabel(new QLabel)
    , m_secondLabel(new QLabel)
    , m_first(new QComboBox)
    , m_second(new QComboBox)
    , m_sentence(new QLabel)
    , m_model(new ComparisonModel(this))
    , m_table(new QuietTreeView)
{
    setObjectName(u"compare"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fill(m_first, first);
    fill(m_second, second);
    retranslate();
    connect(m_first, &QComboBox::currentIndexChanged, this, &CompareDialog::ask);
    connect(m_second, &QComboBox::currentIndexChanged, this, &CompareDialog::ask);
    connect(m_pages, &StatePages::retryRequested, this, &CompareDialog::ask);
}

void CompareDialog::build()
{
    m_first->setObjectName(u"compare.first"_s);
    m_second->setObjectName(u"compare.second"_s);
    m_firstLabel->setBuddy(m_first);
    m_secondLabel->setBuddy(m_second);
    m_sentence->setObjectName(u"compare.sentence"_s);
    m_sentence->setWordWrap(true);
    m_table->setObjectName(u"compare.table"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ComparisonDelegate(m_table));
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setIndentation(16);
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Numbers are shown whole; words and bars share the room that is left.
    header->setSectionResizeMode(int(ComparisonModel::Column::Remark), QHeaderView::Stretch);
    header->setSectionResizeMode(int(ComparisonModel::Column::Bars), QHeaderView::Stretch);
    m_pages = new StatePages(u"compare"_s, m_table);

    auto *choice = new QHBoxLayout;
    choice->setSpacing(8);
    choice->addWidget(m_firstLabel);
    choice->addWidget(m_first, 1);
    choice->addSpacing(16);
    choice->addWidget(m_secondLabel);
    choice->addWidget(m_second, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(choice);
    column->addWidget(m_sentence);
    column->addWidget(m_pages, 1);
    resize(1120, 600);
}

void CompareDialog::fill(QComboBox *box, const DeploymentId &chosen)
{
    for (const DeploymentSummary &summary : std::as_const(m_history)) {
        box->addItem(labelOf(summary), summary.id.value);
        if (summary.id == chosen)
            box->setCurrentIndex(box->count() - 1);
    }
}

void CompareDialog::begin()
{
    ask();
}

void CompareDialog::setNow(const QDateTime &now)
{
    m_now = now;
}

void CompareDialog::setState(const DeploymentState &state)
{
    m_states.insert(state.id.value, state);
    compare();
}

void CompareDialog::setError(const Error &error)
{
    m_pages->showError(error, Words::error(error));
}

void CompareDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void CompareDialog::retranslate()
{
    setWindowTitle(tr("Compare deployments of %1").arg(targetName(m_app)));
    m_firstLabel->setText(tr("First"));
    m_secondLabel->setText(tr("Second"));
    m_first->setAccessibleName(tr("First deployment"));
    m_second->setAccessibleName(tr("Second deployment"));
    m_table->setAccessibleName(tr("Phases of both deployments"));
    for (QComboBox *box : {m_first, m_second}) {
        for (int i = 0; i < box->count(); ++i)
            box->setItemText(i, labelOf(m_history.at(i)));
    }
    m_model->retranslate();
    compare();
}

void CompareDialog::ask()
{
    bool asked = false;
    for (const QComboBox *box : {m_first, m_second}) {
        const DeploymentId id = idIn(box);
        if (m_states.contains(id.value))
            continue;
        if (!asked)
            m_pages->showLoading(tr("Reading both deployments…"));
        asked = true;
        Q_EMIT stateWanted(id);
    }
    compare();
}

void CompareDialog::compare()
{
    const DeploymentId first = idIn(m_first);
    const DeploymentId second = idIn(m_second);
    if (!m_states.contains(first.value) || !m_states.contains(second.value))
        return;
    const DeploymentState &one = m_states[first.value];
    const DeploymentState &other = m_states[second.value];
    const DeploymentComparison comparison = DeploymentComparison::of(one, other, m_now);
    m_model->setComparison(comparison, shortName(first), shortName(second));
    m_table->expandAll();
    m_pages->showData();
    const QString difference = comparison.parts.isEmpty()
        ? QString()
        : ComparisonModel::difference(comparison.parts.first());
    m_sentence->setText(difference.isEmpty()
            ? QString()
            : tr("%1 against %2: %3. The bars are work, and dotted what was spent waiting; %1 is "
                 "the lower one.")
                  .arg(shortName(second), shortName(first), difference));
    m_sentence->setVisible(!difference.isEmpty());
}

QString CompareDialog::labelOf(const DeploymentSummary &summary) const
{
    return tr("#%1 · %2 · %3 · %4", "number, kind, outcome, when")
        .arg(QLocale().toString(summary.number),
            Words::kind(summary.kind),
            DeploymentsModel::outcomeText(summary),
            Format::dateTime(summary.startedAt));
}

DeploymentId CompareDialog::idIn(const QComboBox *box)
{
    return DeploymentId(box->currentData().toString());
}

QString CompareDialog::shortName(const DeploymentId &id) const
{
    for (const DeploymentSummary &summary : m_history) {
        if (summary.id == id)
            return tr("#%1", "a deployment's number").arg(QLocale().toString(summary.number));
    }
    return id.value;
}
