#include "kernel/db/process_lease_store.hpp"

namespace db
{

namespace
{

constexpr Query all_leases{"db.process_leases", R"sql(
-- all workspaces: leases belong to processes
SELECT number, token, expires_at, high_water FROM process_lease ORDER BY number
)sql"};

constexpr Query take_lease{"db.take_process_lease", R"sql(
-- all workspaces: leases belong to processes
INSERT INTO process_lease (number, token, expires_at, high_water)
VALUES (:number, :token, :expires_at, :high_water)
ON CONFLICT (number) DO UPDATE
SET token = excluded.token, expires_at = excluded.expires_at, high_water = excluded.high_water
WHERE process_lease.expires_at <= :now AND process_lease.high_water <= excluded.high_water
)sql"};

constexpr Query renew_lease{"db.renew_process_lease", R"sql(
-- all workspaces: leases belong to processes
UPDATE process_lease SET expires_at = :expires_at, high_water = :high_water
WHERE number = :number AND token = :token
)sql"};

Binds binds_of(const ProcessLease& lease)
{
    return {{"number", lease.number},
            {"token", lease.token},
            {"expires_at", lease.expires_at},
            {"high_water", lease.high_water}};
}

} // namespace

std::vector<ProcessLease> process_leases(Connection& connection)
{
    std::vector<ProcessLease> leases;
    const auto rows = connection.open(all_leases, {});
    while (rows->next())
        leases.push_back(
            {rows->integer(0), std::string{rows->text(1)}, rows->integer(2), rows->integer(3)});
    return leases;
}

bool take_process_lease(Connection& connection, const ProcessLease& lease, std::int64_t now)
{
    auto binds = binds_of(lease);
    binds.emplace_back("now", now);
    return connection.execute(take_lease, binds) == 1;
}

bool renew_process_lease(Connection& connection, const ProcessLease& lease)
{
    return connection.execute(renew_lease, binds_of(lease)) == 1;
}

} // namespace db
