#include "kernel/db/sqlite_connection.hpp"

#include "kernel/db/named_parameters.hpp"

#include <sqlite3.h>

#include <array>
#include <utility>

namespace db
{

namespace
{

constexpr std::size_t kept_statements_max = 1'000; // per connection and scope

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};

[[noreturn]] void throw_for(int code, const std::string& message)
{
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        throw ConstraintViolation{message};
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
        throw Unavailable{message};
    case SQLITE_READONLY:
    case SQLITE_AUTH:
        throw std::logic_error{message};
    default:
        throw std::runtime_error{message};
    }
}

std::string_view view(const char* text)
{
    return text == nullptr ? std::string_view{} : std::string_view{text};
}

} // namespace

struct SqliteConnection::Prepared {
    sqlite3_stmt* handle = nullptr;
    std::shared_ptr<const Statement> statement;
};

struct SqliteConnection::Cache {
    using Statements = std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>>;
    std::array<Statements, 2> of_scope;
    std::unordered_map<std::string, sqlite3_stmt*, TextHash, std::equal_to<>> control;
};

class SqliteRows final : public Rows
{
  public:
    SqliteRows(SqliteConnection& connection, sqlite3_stmt* handle, const Query& query)
        : connection_(connection), handle_(handle), name_(query.name)
    {
        connection_.reading_ = true;
    }
    ~SqliteRows() override
    {
        sqlite3_reset(handle_);
        sqlite3_clear_bindings(handle_);
        connection_.reading_ = false;
    }
    SqliteRows(const SqliteRows&) = delete;
    SqliteRows& operator=(const SqliteRows&) = delete;

    bool next() override
    {
        if (done_) return false;
        const int code = sqlite3_step(handle_);
        if (code == SQLITE_ROW) return true;
        done_ = true;
        if (code != SQLITE_DONE) connection_.fail(name_, code);
        return false;
    }
    int columns() const override { return sqlite3_column_count(handle_); }
    std::string_view column_name(int column) const override
    {
        return sqlite3_column_name(handle_, column);
    }
    bool is_null(int column) const override
    {
        return sqlite3_column_type(handle_, column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override
    {
        if (sqlite3_column_type(handle_, column) != SQLITE_INTEGER)
            wrong_type(column, "an integer");
        return sqlite3_column_int64(handle_, column);
    }
    bool boolean(int column) const override { return integer(column) != 0; }
    std::string_view text(int column) const override
    {
        if (is_null(column)) wrong_type(column, "text");
        const auto* bytes = sqlite3_column_text(handle_, column);
        return {reinterpret_cast<const char*>(bytes),
                static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
    }

  private:
    [[noreturn]] void wrong_type(int column, const char* expected) const
    {
        throw std::runtime_error("query " + name_ + ": column " + std::string{column_name(column)} +
                                 " is not " + expected);
    }

    SqliteConnection& connection_;
    sqlite3_stmt* handle_;
    std::string name_;
    bool done_ = false;
};

SqliteConnection::SqliteConnection(Settings settings)
    : settings_(std::move(settings)), cache_(std::make_unique<Cache>())
{
    const int mode = settings_.role == Role::Reader ? SQLITE_OPEN_READONLY
                                                    : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code =
        sqlite3_open_v2(settings_.file.c_str(), &handle_, mode | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        const std::string message =
            "cannot open " + settings_.file.string() + ": " + sqlite3_errstr(code);
        sqlite3_close_v2(handle_);
        throw Unavailable{message};
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, static_cast<int>(settings_.busy_timeout.count()));
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (settings_.role != Role::Reader) script("PRAGMA journal_mode=WAL");
    script("PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
           "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000");
    if (settings_.role == Role::Migration) return;
    script("PRAGMA foreign_keys=ON");
    sqlite3_set_authorizer(handle_, &SqliteConnection::authorize, this);
}

SqliteConnection::~SqliteConnection()
{
    finalise_all();
    sqlite3_close_v2(handle_);
}

void SqliteConnection::finalise_all()
{
    for (auto& statements : cache_->of_scope) {
        for (auto& [sql, prepared] : statements)
            sqlite3_finalize(prepared.handle);
        statements.clear();
    }
    for (auto& [sql, handle] : cache_->control)
        sqlite3_finalize(handle);
    cache_->control.clear();
}

std::unique_ptr<Rows> SqliteConnection::open(const Query& query, const Binds& binds)
{
    auto& prepared = prepare(query);
    bind(prepared, query, binds);
    return std::make_unique<SqliteRows>(*this, prepared.handle, query);
}

std::int64_t SqliteConnection::execute(const Query& query, const Binds& binds)
{
    const auto before = sqlite3_total_changes64(handle_);
    const auto rows = open(query, binds);
    while (rows->next()) {
    }
    return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

void SqliteConnection::control(const char* sql)
{
    auto& handle = cache_->control[sql];
    trusted_ = true;
    int code = SQLITE_OK;
    if (handle == nullptr)
        code = sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_step(handle);
        sqlite3_reset(handle);
    }
    trusted_ = false;
    if (code != SQLITE_DONE) fail(sql, code);
}

void SqliteConnection::script(const std::string& sql)
{
    trusted_ = true;
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    trusted_ = false;
    if (code != SQLITE_OK) fail("script", code);
}

bool SqliteConnection::in_transaction() const
{
    return sqlite3_get_autocommit(handle_) == 0;
}

SqliteConnection::Prepared& SqliteConnection::prepare(const Query& query)
{
    if (reading_)
        throw std::logic_error("query " + std::string{query.name} +
                               ": another result is still being read");
    auto& statements = cache_->of_scope[scope_ == Scope::Kind::Platform ? 0 : 1];
    if (const auto found = statements.find(query.sql); found != statements.end())
        return found->second;
    if (statements.size() >= kept_statements_max) finalise_all();

    Prepared prepared{nullptr, statement_of(query.sql)};
    refusal_.clear();
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v3(handle_, query.sql.data(), static_cast<int>(query.sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &prepared.handle, &rest);
    if (code != SQLITE_OK) fail(query.name, code);
    if (prepared.handle == nullptr ||
        std::string_view{rest}.find_first_not_of("; \t\r\n") != std::string::npos) {
        sqlite3_finalize(prepared.handle);
        throw std::logic_error("query " + std::string{query.name} + ": not exactly one statement");
    }
    return statements.emplace(query.sql, std::move(prepared)).first->second;
}

void SqliteConnection::bind(Prepared& prepared, const Query& query, const Binds& binds) const
{
    const auto values = arrange_binds(*prepared.statement, query, binds);
    for (std::size_t n = 0; n < values.size(); ++n) {
        const std::string name = ":" + prepared.statement->names[n];
        const int at = sqlite3_bind_parameter_index(prepared.handle, name.c_str());
        const Value& value = *values[n];
        if (const auto* number = std::get_if<std::int64_t>(&value))
            sqlite3_bind_int64(prepared.handle, at, *number);
        else if (const auto* flag = std::get_if<bool>(&value))
            sqlite3_bind_int64(prepared.handle, at, *flag ? 1 : 0);
        else if (const auto* text = std::get_if<std::string>(&value))
            sqlite3_bind_text64(prepared.handle, at, text->data(), text->size(), SQLITE_TRANSIENT,
                                SQLITE_UTF8);
        else
            sqlite3_bind_null(prepared.handle, at);
    }
}

void SqliteConnection::fail(std::string_view what, int code) const
{
    std::string message = "query " + std::string{what} + ": ";
    message += (code & 0xff) == SQLITE_AUTH ? refusal_ : std::string{sqlite3_errmsg(handle_)};
    if ((code & 0xff) == SQLITE_READONLY && settings_.role != Role::Reader)
        throw Unavailable{message};
    throw_for(code, message);
}

int SqliteConnection::authorize(void* self, int action, const char* first, const char* second,
                                const char* database, const char*)
{
    auto& connection = *static_cast<SqliteConnection*>(self);
    if (connection.trusted_) return SQLITE_OK;
    if (view(database) == "temp") return SQLITE_DENY;
    return connection.judge(action, view(first), view(second));
}

int SqliteConnection::judge(int action, std::string_view table, std::string_view column)
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

int SqliteConnection::judge_table(TableUse use, std::string_view table, std::string_view column)
{
    const auto found = settings_.kinds->find(table);
    if (found != settings_.kinds->end() && may_use(scope_, found->second, use)) return SQLITE_OK;
    // count(*) over a common table expression reads "no column" of the expression's name.
    const bool is_our_own = table.starts_with("sqlite_") || table.starts_with("schema_");
    if (found == settings_.kinds->end() && use == TableUse::Select && column.empty() && !is_our_own)
        return SQLITE_OK;
    const std::string kind =
        found == settings_.kinds->end() ? "undeclared" : std::string{name_of(found->second)};
    const std::string scope = scope_ == Scope::Kind::Platform ? "platform" : "workspace";
    refusal_ = "a " + scope + " transaction may not use the " + kind + " table " +
               std::string{table} + " this way";
    return SQLITE_DENY;
}

} // namespace db
