#include "kernel/audit/chain.hpp"

namespace audit
{
namespace
{

/// Runs `work` on the store of a transaction of either kind.
auto on_store(const std::function<void(SealStore&)>& work)
{
    return [&work](db::Transaction& tx) {
        SealStore store{tx};
        work(store);
    };
}

} // namespace

Chain Chain::of_workspace(db::Database& database, tenancy::Workspace workspace)
{
    return {database, std::move(workspace)};
}

Chain Chain::of_platform(db::Database& database)
{
    return {database, {}};
}

void Chain::read(const std::function<void(SealStore&)>& work) const
{
    if (workspace_.id)
        tenancy::Context{*database_, workspace_, tenancy::Actor::system()}.read(on_store(work));
    else
        tenancy::Platform{*database_}.read(on_store(work));
}

void Chain::write(const std::function<void(SealStore&)>& work) const
{
    if (workspace_.id)
        tenancy::Context{*database_, workspace_, tenancy::Actor::system()}.write(on_store(work));
    else
        tenancy::Platform{*database_}.write(on_store(work));
}

} // namespace audit
