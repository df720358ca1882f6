#pragma once

#include "models/roles.h"
#include "types/fleetsnapshot.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

// account → apps → machines; servers → server → stacks → services. A refresh merges by id; nothing
// is ever reset, so that selection, expansion and scroll position survive it.
class FleetModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Name,
        State,
        Count
    };
    enum class Kind
    {
        Account,
        App,
        Machine,
        Servers, // all of them
        Server,
        Stack,
        Service
    };
    enum Role
    {
        KindRole = Roles::Own, // int(Kind)
        AppRole, // name of the app a row is or belongs to, or empty
        FetchedRole, // QDateTime UTC of the row's newest data
        StaleRole, // the last refresh failed: data is as old as FetchedRole
        SearchRole, // what the filter looks at, without case
        ServerRole, // id of the server a row is or belongs to, or empty
        ServiceRole, // name of the service, of its own row alone
        StackRole, // stackKey() of the stack a row is or belongs to, or empty
    };

    explicit FleetModel(QObject *parent = nullptr);
    ~FleetModel() override;

    void setSnapshot(const FleetSnapshot &snapshot);
    [[nodiscard]] const FleetSnapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] QModelIndex indexOfApp(const AppName &app) const;
    [[nodiscard]] QModelIndex indexOfPlace(const ServerPlace &place) const;
    [[nodiscard]] std::optional<FleetServer> server(const ServerId &id) const;
    [[nodiscard]] std::optional<FleetApp> app(const AppName &name) const;
    [[nodiscard]] QList<AppName> apps() const;
    void setNow(const QDateTime &now); // ages in tooltips and accessible texts count from here
    void retranslate();

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    struct Wanted;
    struct ServerRow;

    [[nodiscard]] Node *node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;
    static Wanted wantedAccount(const FleetAccount &account, const FleetAccount *before);
    static Wanted wantedApp(const FleetApp &app, const FleetApp *before);
    static Wanted wantedServers(const QList<FleetServer> &servers);
    static Wanted wantedServer(const FleetServer &server);
    static Wanted wantedStack(const ServerId &server, const StackFacts &stack);
    static std::unique_ptr<Node> made(Wanted &wanted, Node *parent);
    void merge(Node *parent, std::vector<Wanted> wanted);
    void removeGone(Node *parent, const std::vector<Wanted> &wanted);
    void insertNew(Node *parent, std::vector<Wanted> &wanted);
    void update(Node &node, const Wanted &wanted);
    void announceAll(Node *parent);
    [[nodiscard]] QString nameText(const Node &node) const;
    [[nodiscard]] QString stateText(const Node &node) const;
    [[nodiscard]] QString accessibleText(const Node &node) const;
    [[nodiscard]] QString serverNameText(const Node &node) const;
    [[nodiscard]] QString serverStateText(const Node &node) const;
    [[nodiscard]] QString serverAccessibleText(const Node &node) const;
    [[nodiscard]] QStringList serverToolTip(const Node &node) const;
    [[nodiscard]] QString toolTip(const Node &node) const;
    [[nodiscard]] QStringList troubles(const Node &node) const;
    [[nodiscard]] QStringList ages(const Node &node) const;

    FleetSnapshot m_snapshot;
    QDateTime m_now;
    std::unique_ptr<Node> m_root;
};
