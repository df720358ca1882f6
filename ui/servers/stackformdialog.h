#pragma once

#include "config/atalayatoml.h"

#include <QDialog>

#include <optional>

class Banner;
class PrimaryButton;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

// The guide to an atalaya.toml: what is asked at the left, the file as it will be at the right,
// with what is wrong with it and in which line. Writes it into the folder of the project; one that
// is there is changed in place, what the guide does not ask about stays. Window-modal, opened with
// open().
class StackFormDialog final : public QDialog
{
    Q_OBJECT

public:
    // `beginning`: what is known already, when the folder has no atalaya.toml. The folder's compose
    // files and .env are found.
    StackFormDialog(const QString &folder, const AtalayaToml &beginning, QWidget *parent);

    [[nodiscard]] AtalayaToml value() const;

Q_SIGNALS:
    void written(); // the file is there; accepted() follows

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildForm();
    QWidget *buildPreview();
    void addRow(QFormLayout *form, QLabel *label, QWidget *field, const QString &name);
    void fill(const AtalayaToml &toml);
    void findFiles();
    void retranslate();
    void retranslateBackup();
    void showPreview();
    void write();
    void setMigration(AtalayaToml &toml) const;
    void setBackup(AtalayaToml &toml) const;
    void setSmoke(AtalayaToml &toml) const;
    void setProbe(AtalayaToml &toml) const;

    const QString m_folder;
    const std::optional<QByteArray> m_before; // the file that is there
    const AtalayaToml m_beginning;
    QByteArray m_text;
    Banner *m_banner;
    QLabel *m_stackLabel;
    QLineEdit *m_stack;
    QLabel *m_serversLabel;
    QLineEdit *m_servers;
    QLabel *m_directoryLabel;
    QLineEdit *m_directory;
    QLabel *m_composeLabel;
    QLineEdit *m_compose;
    QLabel *m_envLabel;
    QLineEdit *m_env;
    QLabel *m_migrateServiceLabel;
    QLineEdit *m_migrateService;
    QLabel *m_migrateLabel;
    QLineEdit *m_migrate;
    QLabel *m_backupLabel;
    QComboBox *m_backup;
    QLabel *m_backupServiceLabel;
    QLineEdit *m_backupService;
    QLabel *m_databaseLabel;
    QLineEdit *m_database;
    QLabel *m_databaseUserLabel;
    QLineEdit *m_databaseUser;
    QLabel *m_smokeLabel;
    QLineEdit *m_smoke;
    QLabel *m_probeLabel;
    QLineEdit *m_probe;
    QLabel *m_rollbackLabel;
    QComboBox *m_rollback;
    QCheckBox *m_production;
    QLabel *m_previewLabel;
    QPlainTextEdit *m_preview;
    QLabel *m_findings;
    QPushButton *m_cancel;
    PrimaryButton *m_write;
};
