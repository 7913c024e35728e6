#include "kernel/db/sqlite_connection.hpp"

#include "kernel/db/named_parameters.hpp"
#include "kernel/db/sqlite_rows.hpp"

#include <sqlite3.h>

#include <array>
#include <utility>

namespace db
{

namespace
{

constexpr std::size_t kept_statements_max = 1'000;               // per connection and scope
constexpr const char* writer_cache = "PRAGMA cache_size=-16000"; // kB
constexpr const char* reader_cache = "PRAGMA cache_size=-4000";  // kB, of up to readers_max

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};

std::vector<int> places_of(sqlite3_stmt* handle, const Statement& statement)
{
    std::vector<int> places;
    for (const auto& name : statement.names)
        places.push_back(sqlite3_bind_parameter_index(handle, (":" + name).c_str()));
    return places;
}

std::vector<std::string> columns_of(sqlite3_stmt* handle)
{
    std::vector<std::string> names;
    for (int column = 0; column < sqlite3_column_count(handle); ++column)
        names.emplace_back(sqlite3_column_name(handle, column));
    return names;
}

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

} // namespace

struct SqliteConnection::Prepared {
    sqlite3_stmt* handle = nullptr;
    std::shared_ptr<const Statement> statement;
    SqliteAuthorizer::Tables tables;
    std::vector<int> places;          ///< of each name of the statement, as SQLite counts them
    std::vector<std::string> columns; ///< names of its result
};

struct SqliteConnection::Cache {
    using Statements = std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>>;
    std::array<Statements, 2> of_scope;
    std::unordered_map<std::string, sqlite3_stmt*, TextHash, std::equal_to<>> control;
};

SqliteConnection::SqliteConnection(Settings settings)
    : settings_(std::move(settings)), authorizer_(settings_.kinds),
      cache_(std::make_unique<Cache>())
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
           "PRAGMA temp_store=MEMORY");
    script(settings_.role == Role::Reader ? reader_cache : writer_cache);
    if (settings_.role == Role::Migration) return;
    script("PRAGMA foreign_keys=ON");
    authorizer_.attach(handle_);
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
    ReadRecord::note_reading(scope_, prepared.tables.read);
    if (!prepared.columns.empty()) note_written(prepared);
    return std::make_unique<SqliteRows>(*this, prepared.handle, prepared.columns, query.name);
}

std::int64_t SqliteConnection::execute(const Query& query, const Binds& binds)
{
    const auto before = sqlite3_total_changes64(handle_);
    {
        const auto rows = open(query, binds);
        while (rows->next()) {
        }
    }
    if (sqlite3_total_changes64(handle_) == before) return 0;
    note_written(prepare(query));
    return sqlite3_changes64(handle_);
}

void SqliteConnection::note_written(const Prepared& prepared)
{
    if (prepared.tables.written.none()) return;
    written_[scope_.kind == Scope::Kind::Platform ? 0 : scope_.workspace] |=
        prepared.tables.written;
}

void SqliteConnection::control(const char* sql)
{
    auto& handle = cache_->control[sql];
    const SqliteAuthorizer::Trust ours{authorizer_};
    int code = SQLITE_OK;
    if (handle == nullptr)
        code = sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_step(handle);
        sqlite3_reset(handle);
    }
    if (code != SQLITE_DONE) fail(sql, code);
}

void SqliteConnection::script(const std::string& sql)
{
    const SqliteAuthorizer::Trust ours{authorizer_};
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail("script", code);
}

bool SqliteConnection::in_transaction() const
{
    return sqlite3_get_autocommit(handle_) == 0;
}

SqliteConnection::Prepared& SqliteConnection::prepare(const Query& query)
{
    if (failed_)
        throw std::logic_error("query " + std::string{query.name} +
                               ": an earlier statement of this transaction failed");
    if (reading_)
        throw std::logic_error("query " + std::string{query.name} +
                               ": another result is still being read");
    auto& statements = cache_->of_scope[authorizer_.scope() == Scope::Kind::Platform ? 0 : 1];
    if (const auto found = statements.find(query.sql); found != statements.end())
        return found->second;
    if (statements.size() >= kept_statements_max) finalise_all();

    Prepared prepared{.statement = statement_of(query.sql)};
    authorizer_.forget_tables();
    require_data_statement(*prepared.statement, query);
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v3(handle_, query.sql.data(), static_cast<int>(query.sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &prepared.handle, &rest);
    if (code != SQLITE_OK) fail_statement(query.name, code);
    if (prepared.handle == nullptr ||
        std::string_view{rest}.find_first_not_of("; \t\r\n") != std::string::npos) {
        sqlite3_finalize(prepared.handle);
        throw std::logic_error("query " + std::string{query.name} + ": not exactly one statement");
    }
    prepared.tables = authorizer_.tables();
    prepared.places = places_of(prepared.handle, *prepared.statement);
    prepared.columns = columns_of(prepared.handle);
    return statements.emplace(query.sql, std::move(prepared)).first->second;
}

void SqliteConnection::bind(Prepared& prepared, const Query& query, const Binds& binds) const
{
    const auto values = arrange_binds(*prepared.statement, query, binds);
    for (std::size_t n = 0; n < values.size(); ++n) {
        const int at = prepared.places[n];
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

void SqliteConnection::fail_statement(std::string_view query, int code)
{
    failed_ = true;
    fail(query, code);
}

void SqliteConnection::fail(std::string_view what, int code) const
{
    std::string message = "query " + std::string{what} + ": ";
    message +=
        (code & 0xff) == SQLITE_AUTH ? authorizer_.refusal() : std::string{sqlite3_errmsg(handle_)};
    if ((code & 0xff) == SQLITE_READONLY && settings_.role != Role::Reader)
        throw Unavailable{message};
    throw_for(code, message);
}

} // namespace db
