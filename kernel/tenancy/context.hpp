#pragma once

#include "kernel/db/transaction.hpp"
#include "kernel/tenancy/actor.hpp"

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace tenancy
{

/// A transaction on one workspace: its shared and business rows. `:workspace` is bound by itself.
class WorkspaceTransaction final : public db::Transaction
{
  public:
    WorkspaceTransaction(db::Connection& connection, db::IdMaker& ids, const Workspace& workspace,
                         const Actor& actor, const Origin& origin)
        : db::Transaction(connection, db::Scope::of_workspace(workspace.id.value), ids),
          workspace_(workspace), actor_(actor), origin_(origin)
    {
    }
    static db::Scope scope_for(const Workspace& workspace, const Actor&, const Origin&)
    {
        return db::Scope::of_workspace(workspace.id.value);
    }
    const Workspace& workspace() const { return workspace_; }
    const Actor& actor() const { return actor_; }
    const Origin& origin() const { return origin_; }

  private:
    const Workspace& workspace_;
    const Actor& actor_;
    const Origin& origin_;
};

/// A transaction on platform and shared tables, across workspaces.
class PlatformTransaction final : public db::Transaction
{
  public:
    PlatformTransaction(db::Connection& connection, db::IdMaker& ids, const Origin& origin)
        : db::Transaction(connection, db::Scope::platform(), ids), origin_(origin)
    {
    }
    static db::Scope scope_for(const Origin&) { return db::Scope::platform(); }
    const Origin& origin() const { return origin_; }

  private:
    const Origin& origin_;
};

enum class Mode { Read, Write };

/// Runs `work` (which receives a Transaction&) and gives back what it returns; `work` may be run
/// more than once, only the last result counts. `prelude`, when there is one, runs first in the
/// same transaction. Used by Context and Platform.
template <class TransactionType, class Work, class... Parts>
auto run_in(db::Database& database, Mode mode, const std::function<void(TransactionType&)>& prelude,
            Work&& work, Parts&... parts)
{
    using Result = std::invoke_result_t<Work&, TransactionType&>;
    std::vector<std::function<void()>> deeds;
    const auto run = [&](const auto& scope, auto&& keep) {
        const auto body = [&](db::Connection& connection) {
            TransactionType tx{connection, database.ids(), parts...};
            if (prelude) prelude(tx);
            keep(tx);
            deeds = tx.deeds_after_commit();
        };
        mode == Mode::Write ? database.write(scope, body) : database.read(scope, body);
    };
    const auto scope = TransactionType::scope_for(parts...);
    if constexpr (std::is_void_v<Result>) {
        run(scope, [&](TransactionType& tx) { work(tx); });
        for (const auto& deed : deeds)
            deed();
    } else {
        std::optional<Result> result;
        run(scope, [&](TransactionType& tx) { result.emplace(work(tx)); });
        for (const auto& deed : deeds)
            deed();
        return std::move(*result);
    }
}

/// Everything an action on a workspace needs: who acts, where, from where. One per request or job.
class Context
{
  public:
    Context(db::Database& database, Workspace workspace, Actor actor, Origin origin = {})
        : database_(database), workspace_(std::move(workspace)), actor_(std::move(actor)),
          origin_(std::move(origin))
    {
    }

    const Workspace& workspace() const { return workspace_; }
    const Actor& actor() const { return actor_; }
    const Origin& origin() const { return origin_; }
    db::Database& database() const { return database_; }
    base::Instant now() const { return base::now(); }
    base::Date today() const { return base::date_in(now(), workspace_.time_zone); }

    /// The only way to write. `work` must be short and wait for nothing; it is rolled back by what
    /// it throws, durable when this returns. Nesting asserts.
    template <class Work>
    auto write(Work&& work)
    {
        const auto prelude = std::exchange(prelude_, nullptr);
        return run_in<WorkspaceTransaction>(database_, Mode::Write, prelude,
                                            std::forward<Work>(work), workspace_, actor_, origin_);
    }
    /// A read-only snapshot.
    template <class Work>
    auto read(Work&& work) const
    {
        return run_in<WorkspaceTransaction>(database_, Mode::Read, {}, std::forward<Work>(work),
                                            workspace_, actor_, origin_);
    }
    /// Runs at the start of the next write, in its transaction: the guard's key against double
    /// sending.
    void before_first_write(std::function<void(WorkspaceTransaction&)> prelude)
    {
        prelude_ = std::move(prelude);
    }

  private:
    db::Database& database_;
    Workspace workspace_;
    Actor actor_;
    Origin origin_;
    std::function<void(WorkspaceTransaction&)> prelude_;
};

/// The same for platform and shared tables: sign-in, sign-up, sessions, job claims.
class Platform
{
  public:
    explicit Platform(db::Database& database, Origin origin = {})
        : database_(database), origin_(std::move(origin))
    {
    }
    const Origin& origin() const { return origin_; }
    db::Database& database() const { return database_; }

    template <class Work>
    auto write(Work&& work)
    {
        const auto prelude = std::exchange(prelude_, nullptr);
        return run_in<PlatformTransaction>(database_, Mode::Write, prelude,
                                           std::forward<Work>(work), origin_);
    }
    template <class Work>
    auto read(Work&& work) const
    {
        return run_in<PlatformTransaction>(database_, Mode::Read, {}, std::forward<Work>(work),
                                           origin_);
    }
    /// As Context::before_first_write.
    void before_first_write(std::function<void(PlatformTransaction&)> prelude)
    {
        prelude_ = std::move(prelude);
    }

  private:
    db::Database& database_;
    Origin origin_;
    std::function<void(PlatformTransaction&)> prelude_;
};

} // namespace tenancy
