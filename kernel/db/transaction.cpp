#include "kernel/db/transaction.hpp"

#include "kernel/db/named_parameters.hpp"

#include <algorithm>

namespace db
{

void Transaction::add_workspace(const Query& query, Binds& binds) const
{
    if (scope_.kind == Scope::Kind::Platform) return;
    const auto statement = statement_of(query.sql);
    if (!statement->binds_workspace) {
        if (statement->all_workspaces) return;
        throw std::logic_error(
            "query " + std::string{query.name} +
            ": binds no :workspace and does not say « -- all workspaces: <reason> »");
    }
    const auto given = std::find_if(binds.begin(), binds.end(),
                                    [](const Bind& bind) { return bind.name == "workspace"; });
    if (given != binds.end())
        throw std::logic_error("query " + std::string{query.name} +
                               ": :workspace is bound by the transaction, not by the caller");
    binds.emplace_back("workspace", scope_.workspace);
}

void Transaction::missing_column(const Query& query, const char* member)
{
    throw std::logic_error("query " + std::string{query.name} + ": no column named " + member);
}

} // namespace db
