#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>

class QSqlError;

// A connection to one SQLite file. Belongs to the thread that opened it, in which it must die too.
class Connection
{
public:
    enum class Access
    {
        ReadOnly,
        ReadWrite
    };

    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(
        const QString &path, Access access, std::chrono::milliseconds busyTimeout);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    // Statements are prepared once. Rows changed.
    [[nodiscard]] Result<int> execute(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<void> query(const QString &sql,
        const QVariantList &values,
        const std::function<void(const QSqlQuery &)> &row);
    // The first column of the first row; invalid when there is none.
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {});

    [[nodiscard]] QString path() const { return m_path; }

private:
    Connection(QString path, QString name);
    [[nodiscard]] Result<QSqlQuery *> start(const QString &sql, const QVariantList &values);
    [[nodiscard]] Error explain(const QSqlError &error) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_statements;
};

// BEGIN IMMEDIATE: the lock is taken at once, so a transaction cannot fail half-way for another
// writer. Rolled back unless committed.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Connection &connection);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Connection &connection);
    Connection *m_connection;
};
