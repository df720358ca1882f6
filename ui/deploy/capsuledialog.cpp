#include "ui/deploy/capsuledialog.h"

#include "models/format.h"
#include "models/words.h"
#include "types/stackplan.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int shownBytes = 200'000; // more is not read by anybody, and slow to lay out
} // namespace

CapsuleDialog::CapsuleDialog(const Capsule &capsule, const QList<LogLine> &log, QWidget *parent)
    : QDialog(parent)
    , m_capsule(capsule)
    , m_log(log)
    , m_inside(new QLabel)
    , m_outside(new QLabel)
    , m_withLog(new QCheckBox)
    , m_previewTitle(new QLabel)
    , m_preview(new QPlainTextEdit)
    , m_banner(new Banner(u"capsule.banner"_s))
    , m_close(new QPushButton)
    , m_save(new QPushButton)
{
    setObjectName(u"capsule"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    retranslate();
    connect(m_withLog, &QCheckBox::toggled, this, [this] {
        retranslate();
        Q_EMIT previewWanted();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &CapsuleDialog::saveRequested);
}

void CapsuleDialog::build()
{
    m_inside->setObjectName(u"capsule.inside"_s);
    m_outside->setObjectName(u"capsule.outside"_s);
    m_withLog->setObjectName(u"capsule.withLog"_s);
    m_withLog->setEnabled(!m_log.isEmpty());
    m_preview->setObjectName(u"capsule.preview"_s);
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(Theme::monospaceFont(font()));
    m_previewTitle->setBuddy(m_preview);
    m_close->setObjectName(u"capsule.close"_s);
    m_save->setObjectName(u"capsule.save"_s);
    m_save->setDefault(true);
    m_close->setAutoDefault(false);
    for (QLabel *label : {m_inside, m_outside}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_outside->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_inside);
    column->addWidget(m_outside);
    column->addWidget(m_withLog);
    column->addSpacing(8);
    column->addWidget(m_previewTitle);
    column->addWidget(m_preview, 1);
    column->addLayout(buttons);
    resize(760, 640);
}

Capsule CapsuleDialog::capsule() const
{
    Capsule capsule = m_capsule;
    if (m_withLog->isChecked())
        capsule.log = m_log;
    return capsule;
}

void CapsuleDialog::setPreview(const QByteArray &json)
{
    m_banner->dismiss();
    const bool cut = json.size() > shownBytes;
    m_preview->setPlainText(QString::fromUtf8(cut ? json.first(shownBytes) : json));
    m_previewTitle->setText(cut
            ? tr("The beginning of the file, %1 in all").arg(Format::bytes(json.size()))
            : tr("The whole file, %1").arg(Format::bytes(json.size())));
}

void CapsuleDialog::setError(const Error &error)
{
    m_banner->showMessage(Status::Failed, Words::error(error));
}

void CapsuleDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT previewWanted();
    }
    QDialog::changeEvent(event);
}

void CapsuleDialog::retranslate()
{
    setWindowTitle(tr("Export the record of deployment #%1 of %2")
                       .arg(QLocale().toString(m_capsule.number), targetName(m_capsule.app)));
    m_inside->setText(inside());
    m_outside->setText(outside());
    m_withLog->setText(
        tr("Include the log (%Ln line(s))", nullptr, static_cast<int>(m_log.size())));
    m_preview->setAccessibleName(tr("Content of the file"));
    m_close->setText(tr("Close"));
    m_save->setText(tr("Save…"));
}

QString CapsuleDialog::inside() const
{
    return m_withLog->isChecked()
        ? tr("Inside: the plan, %Ln event(s), verdict and diagnosis with the lines that prove it, "
             "names of machines and of who held their leases, and the log.",
            nullptr,
            static_cast<int>(m_capsule.events.size()))
        : tr("Inside: the plan, %Ln event(s), verdict and diagnosis with the lines that prove it, "
             "names of machines and of who held their leases.",
            nullptr,
            static_cast<int>(m_capsule.events.size()));
}

QString CapsuleDialog::outside() const
{
    return tr("Left out: what leases are held with, the name of this computer, and environment "
              "values, which are recorded nowhere. What is known as a secret or looks like one "
              "reads [redacted].");
}
