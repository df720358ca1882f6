#include "ui/shell/dialogprompts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QGridLayout>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr int s_boxWidth = 440;
constexpr QSize s_fileDialog(760, 480);

struct PromptText
{
    Q_DECLARE_TR_FUNCTIONS(DialogPrompts)
};

// Qt's own names of types are not translated.
class FileTypes final : public QFileIconProvider
{
public:
    [[nodiscard]] QString type(const QFileInfo &file) const override
    {
        if (file.isDir())
            return PromptText::tr("Folder");
        const QString suffix = file.suffix();
        return suffix.isEmpty() ? PromptText::tr("File")
                                : PromptText::tr("%1 file", "ending of its name").arg(suffix);
    }
};

void openFileDialog(QFileDialog *dialog, std::function<void(const QString &)> answer)
{
    static FileTypes types; // a dialog does not own it
    const bool saves = dialog->acceptMode() == QFileDialog::AcceptSave;
    const bool folders = dialog->fileMode() == QFileDialog::Directory;
    dialog->setIconProvider(&types);
    // The words that the rest of the program uses.
    dialog->setLabelText(QFileDialog::LookIn, PromptText::tr("In:", "a folder"));
    dialog->setLabelText(QFileDialog::FileName,
        folders ? PromptText::tr("&Folder:") : PromptText::tr("&Name of the file:"));
    dialog->setLabelText(QFileDialog::FileType, PromptText::tr("Type:", "of files"));
    dialog->setLabelText(QFileDialog::Accept,
        saves         ? PromptText::tr("Save")
            : folders ? PromptText::tr("Choose")
                      : PromptText::tr("Open"));
    dialog->setLabelText(QFileDialog::Reject, PromptText::tr("Cancel"));
    dialog->resize(s_fileDialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, answer](int result) {
        const QStringList files = dialog->selectedFiles();
        answer(result == QDialog::Accepted && !files.isEmpty() ? files.first() : QString());
    });
    dialog->open();
}

} // namespace

void DialogPrompts::question(
    QWidget *parent, const Question &question, std::function<void(int)> answer)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(u"question"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(question.title);
    box->setText(question.text);
    box->setInformativeText(question.detail);
    QList<QPushButton *> buttons;
    for (int at = 0; at < int(question.choices.size()); ++at) {
        const auto role = at == 0      ? QMessageBox::RejectRole
            : at == question.dangerous ? QMessageBox::DestructiveRole
                                       : QMessageBox::AcceptRole;
        buttons.append(box->addButton(question.choices.at(at), role));
        buttons.last()->setObjectName(u"question.choice%1"_s.arg(at));
    }
    // As wide as a line is read well: Qt makes a box as narrow as its first sentence.
    if (auto *grid = qobject_cast<QGridLayout *>(box->layout()))
        grid->addItem(new QSpacerItem(s_boxWidth, 0), grid->rowCount(), 0, 1, grid->columnCount());
    box->setDefaultButton(buttons.first());
    box->setEscapeButton(buttons.first());
    QObject::connect(box, &QDialog::finished, box, [box, buttons, answer] {
        const auto chosen = buttons.indexOf(static_cast<QPushButton *>(box->clickedButton()));
        answer(std::max(0, int(chosen)));
    });
    box->open();
}

void DialogPrompts::saveFile(QWidget *parent,
    const QString &title,
    const QString &suggestedName,
    const QString &filter,
    std::function<void(const QString &)> answer)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(parent, title, folder, filter);
    dialog->setObjectName(u"saveFile"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    openFileDialog(dialog, std::move(answer));
}

void DialogPrompts::openFile(QWidget *parent,
    const QString &title,
    const QString &filter,
    std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setObjectName(u"openFile"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openFileDialog(dialog, std::move(answer));
}

void DialogPrompts::openFolder(
    QWidget *parent, const QString &title, std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setObjectName(u"openFolder"_s);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openFileDialog(dialog, std::move(answer));
}

void DialogPrompts::text(QWidget *parent,
    const QString &title,
    const QString &label,
    const QString &suggestion,
    std::function<void(const QString &)> answer)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(u"textPrompt"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(suggestion);
    dialog->resize(520, dialog->sizeHint().height());
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, answer](int result) {
        answer(result == QDialog::Accepted ? dialog->textValue().trimmed() : QString());
    });
    dialog->open();
}
