#pragma once

#include "kernel/db/database.hpp"
#include "kernel/db/postgres_rows.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

struct pg_conn;

namespace db
{

struct Statement;

/// libpq's keywords: host, port, dbname, user, password…
using PostgresParameters = std::map<std::string, std::string>;
/// Throws std::invalid_argument for a URL libpq does not understand.
PostgresParameters postgres_parameters(const std::string& url);

/// Two transactions stood in each other's way: run the closure again.
struct SerializationFailure : Unavailable {
    using Unavailable::Unavailable;
};

/// One PostgreSQL connection and its prepared statements. Used by one thread at a time.
class PostgresConnection final : public Connection
{
  public:
    /// Throws Unavailable when the server cannot be reached or says no.
    explicit PostgresConnection(const PostgresParameters& parameters);
    ~PostgresConnection() override;
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    Engine engine() const override { return Engine::Postgres; }
    std::unique_ptr<Rows> open(const Query& query, const Binds& binds) override;
    std::int64_t execute(const Query& query, const Binds& binds) override;

    enum class Access { Read, Write };
    /// Sent with the first statement, in the same trip.
    void begin(const Scope& scope, Access access);
    /// Throws std::logic_error when a statement had failed and the closure went on.
    void commit();
    void rollback();
    /// Any number of statements, outside the pipeline (migrations).
    void script(const std::string& sql);
    /// COPY … TO STDOUT, a row at a time (snapshot.hpp).
    void copy_out(const std::string& sql, const std::function<void(std::string_view)>& sink);
    /// COPY … FROM STDIN of what `give` gives to the function it is given.
    void copy_in(const std::string& sql,
                 const std::function<void(const std::function<void(std::string_view)>&)>& give);
    bool in_transaction() const;
    int server_version() const;
    bool is_lost() const;
    /// Lost, in doubt or worn out: to be closed rather than given to the next one.
    bool is_spent() const;

  private:
    struct Begin {
        bool pending = false;
        Access access = Access::Read;
        Scope scope;
    };

    PostgresResult run(const Query& query, const Binds& binds);
    int send_begin();
    /// And whether its preparation had to be put in the pipeline.
    std::pair<std::string, bool> name_of_prepared(const Statement& statement);
    void send(const Query& query, int accepted) const;
    std::vector<PostgresResult> receive(const Query& query, int sent);
    void throw_first_error(const Query& query, const std::vector<PostgresResult>& results);
    void end(const char* sql);
    [[noreturn]] void fail(std::string_view what, const pg_result* result) const;

    pg_conn* handle_ = nullptr;
    Begin begin_;
    bool failed_ = false; ///< a statement of this transaction was refused
    int next_name_ = 0;
    std::unordered_map<std::string, std::string> prepared_; ///< SQL → its name on the server
};

} // namespace db
