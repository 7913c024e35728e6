#include "kernel/db/sqlite_authorizer.hpp"

#include <sqlite3.h>

#include <iterator>

namespace db
{

namespace
{

std::string_view view(const char* text)
{
    return text == nullptr ? std::string_view{} : std::string_view{text};
}

} // namespace

void SqliteAuthorizer::attach(sqlite3* handle)
{
    sqlite3_set_authorizer(handle, &SqliteAuthorizer::authorize, this);
}

int SqliteAuthorizer::authorize(void* self, int action, const char* first, const char* second,
                                const char* database, const char*)
{
    auto& authorizer = *static_cast<SqliteAuthorizer*>(self);
    if (authorizer.trusts_) return SQLITE_OK;
    if (view(database) == "temp") return SQLITE_DENY;
    return authorizer.judge(action, view(first), view(second));
}

int SqliteAuthorizer::judge(int action, std::string_view table, std::string_view column)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
    case SQLITE_FUNCTION:
        return SQLITE_OK;
    case SQLITE_READ:
        return judge_table(TableUse::Select, table, column);
    case SQLITE_INSERT:
        return judge_table(TableUse::Insert, table, column);
    case SQLITE_UPDATE:
        return judge_table(TableUse::Update, table, column);
    case SQLITE_DELETE:
        return judge_table(TableUse::Delete, table, column);
    default:
        refusal_ = "only SELECT, INSERT, UPDATE and DELETE are allowed here (action " +
                   std::to_string(action) + ")";
        return SQLITE_DENY;
    }
}

int SqliteAuthorizer::judge_table(TableUse use, std::string_view table, std::string_view column)
{
    const auto found = kinds_->find(table);
    if (found != kinds_->end() && may_use(scope_, found->second, use)) {
        const auto position = std::distance(kinds_->begin(), found);
        auto& used = use == TableUse::Select ? tables_.read : tables_.written;
        used.set(static_cast<std::size_t>(position));
        return SQLITE_OK;
    }
    // count(*) over a common table expression reads "no column" of the expression's name.
    const bool is_our_own = table.starts_with("sqlite_") || table.starts_with("schema_");
    if (found == kinds_->end() && use == TableUse::Select && column.empty() && !is_our_own)
        return SQLITE_OK;
    const std::string kind =
        found == kinds_->end() ? "undeclared" : std::string{name_of(found->second)};
    const std::string scope = scope_ == Scope::Kind::Platform ? "platform" : "workspace";
    refusal_ = "a " + scope + " transaction may not use the " + kind + " table " +
               std::string{table} + " this way";
    return SQLITE_DENY;
}

} // namespace db
