#pragma once

#include "kernel/db/changes.hpp"
#include "kernel/db/database.hpp"
#include "kernel/db/table_kind.hpp"

#include <memory>
#include <string>
#include <string_view>

struct sqlite3;

namespace db
{

/// Judges every statement when it is prepared: SQLite has neither roles nor row-level security.
class SqliteAuthorizer
{
  public:
    explicit SqliteAuthorizer(std::shared_ptr<const TableKinds> kinds) : kinds_(std::move(kinds)) {}

    void attach(sqlite3* handle);
    void enter(Scope::Kind scope) { scope_ = scope; }
    Scope::Kind scope() const { return scope_; }
    /// Why the last statement was refused.
    const std::string& refusal() const { return refusal_; }

    /// Tables the statements prepared since `forget_tables` read and write.
    struct Tables {
        TableSet read;
        TableSet written;
    };
    const Tables& tables() const { return tables_; }
    void forget_tables() { tables_ = {}; }

    /// While one lives, statements are ours (BEGIN, PRAGMA) and not judged.
    class Trust
    {
      public:
        explicit Trust(SqliteAuthorizer& authorizer) : authorizer_(authorizer)
        {
            authorizer_.trusts_ = true;
        }
        ~Trust() { authorizer_.trusts_ = false; }
        Trust(const Trust&) = delete;
        Trust& operator=(const Trust&) = delete;

      private:
        SqliteAuthorizer& authorizer_;
    };

  private:
    static int authorize(void* self, int action, const char* first, const char* second,
                         const char* database, const char* trigger);
    int judge(int action, std::string_view table, std::string_view column);
    int judge_table(TableUse use, std::string_view table, std::string_view column);

    std::shared_ptr<const TableKinds> kinds_;
    Scope::Kind scope_ = Scope::Kind::Platform;
    bool trusts_ = false;
    std::string refusal_;
    Tables tables_;
};

} // namespace db
