#include "ui/deploy/planconfigview.h"

#include "models/planconfigmodel.h"
#include "ui/widgets/quiettreeview.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int s_mostRows = 7; // behind these it scrolls
}

PlanConfigView::PlanConfigView(QWidget *parent)
    : QWidget(parent)
    , m_model(new PlanConfigModel(this))
    , m_title(new QLabel)
    , m_tree(new QuietTreeView)
{
    setObjectName(u"plan.configPart"_s);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setObjectName(u"plan.configTitle"_s);
    m_title->setBuddy(m_tree);
    m_tree->setObjectName(u"plan.config"_s);
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_tree);
    retranslate();
}

void PlanConfigView::setChanges(const QList<ConfigChangeSet> &sets)
{
    m_empty = sets.isEmpty();
    m_model->setChanges(sets);
    m_tree->expandAll();
    m_tree->setVisible(!m_empty);
    fitHeight();
    retranslate();
}

void PlanConfigView::fitHeight()
{
    int rows = m_model->rowCount();
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += m_model->rowCount(m_model->index(row, 0));
    const int shown = std::clamp(rows, 1, s_mostRows);
    const int row = std::max(m_tree->sizeHintForRow(0), fontMetrics().height());
    m_tree->setFixedHeight(m_tree->header()->sizeHint().height() + shown * row + 8);
}

void PlanConfigView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlanConfigView::retranslate()
{
    m_title->setText(m_empty ? tr("The machines keep the configuration they have.")
                             : tr("What changes in the machines' configuration"));
    m_tree->setAccessibleName(tr("Changes of the machines' configuration"));
    m_model->retranslate();
}
