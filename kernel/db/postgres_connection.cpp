#include "kernel/db/postgres_connection.hpp"

#include "kernel/db/named_parameters.hpp"

#include <libpq-fe.h>

#include <charconv>
#include <utility>

namespace db
{

namespace
{

constexpr std::size_t kept_statements_max = 1'000; // then the connection is replaced
constexpr const char* set_workspace = "SELECT set_config('app.workspace', $1, true)";

bool is_success(const PGresult* result)
{
    const auto status = PQresultStatus(result);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

class PostgresText
{
  public:
    explicit PostgresText(const Value& value)
    {
        if (const auto* text = std::get_if<std::string>(&value))
            text_ = text->c_str();
        else if (const auto* flag = std::get_if<bool>(&value))
            text_ = *flag ? "t" : "f";
        else if (const auto* number = std::get_if<std::int64_t>(&value))
            digits_ = std::to_string(*number);
    }
    const char* get() const { return digits_.empty() ? text_ : digits_.c_str(); }

  private:
    std::string digits_;
    const char* text_ = nullptr;
};

} // namespace

PostgresParameters postgres_parameters(const std::string& url)
{
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{
        PQconninfoParse(url.c_str(), nullptr), &PQconninfoFree};
    if (!options) throw std::invalid_argument("ETABLI_DATABASE_URL: not a PostgreSQL URL");
    PostgresParameters parameters;
    for (const auto* option = options.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr) parameters[option->keyword] = option->val;
    return parameters;
}

PostgresConnection::PostgresConnection(const PostgresParameters& parameters)
{
    std::vector<const char*> keywords;
    std::vector<const char*> values;
    for (const auto& [keyword, value] : parameters) {
        keywords.push_back(keyword.c_str());
        values.push_back(value.c_str());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    handle_ = PQconnectdbParams(keywords.data(), values.data(), 0);
    if (PQstatus(handle_) == CONNECTION_OK) return;
    const std::string message = PQerrorMessage(handle_);
    PQfinish(handle_);
    throw Unavailable{"PostgreSQL: " + message};
}

PostgresConnection::~PostgresConnection()
{
    PQfinish(handle_);
}

std::unique_ptr<Rows> PostgresConnection::open(const Query& query, const Binds& binds)
{
    return postgres_rows(run(query, binds), query.name);
}

std::int64_t PostgresConnection::execute(const Query& query, const Binds& binds)
{
    const auto result = run(query, binds);
    const std::string_view status = PQcmdStatus(result.get());
    if (status.starts_with("SELECT")) return 0;
    const std::string_view digits = PQcmdTuples(result.get());
    std::int64_t changed = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), changed);
    return changed;
}

void PostgresConnection::begin(const Scope& scope, Access access)
{
    begin_ = {.pending = true, .access = access, .scope = scope};
    failed_ = false;
}

void PostgresConnection::commit()
{
    if (begin_.pending) {
        begin_.pending = false;
        return;
    }
    if (failed_)
        throw std::logic_error("a statement of this transaction failed and the closure went on");
    end("COMMIT");
}

void PostgresConnection::rollback()
{
    begin_.pending = false;
    if (in_transaction()) end("ROLLBACK");
}

void PostgresConnection::end(const char* sql)
{
    const PostgresResult result{PQexec(handle_, sql)};
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(sql, result.get());
    if (std::string_view{PQcmdStatus(result.get())} != sql)
        throw std::runtime_error("PostgreSQL answered " + std::string{PQcmdStatus(result.get())} +
                                 " to " + sql);
}

void PostgresConnection::script(const std::string& sql)
{
    const PostgresResult result{PQexec(handle_, sql.c_str())};
    if (!is_success(result.get())) fail("script", result.get());
}

bool PostgresConnection::in_transaction() const
{
    return PQtransactionStatus(handle_) != PQTRANS_IDLE;
}

int PostgresConnection::server_version() const
{
    return PQserverVersion(handle_);
}

bool PostgresConnection::is_lost() const
{
    return PQstatus(handle_) != CONNECTION_OK;
}

bool PostgresConnection::is_spent() const
{
    return is_lost() || in_transaction() || prepared_.size() >= kept_statements_max;
}

PostgresResult PostgresConnection::run(const Query& query, const Binds& binds)
{
    if (failed_)
        throw std::logic_error("query " + std::string{query.name} +
                               ": an earlier statement of this transaction failed");
    const auto statement = statement_of(query.sql);
    require_data_statement(*statement, query);
    std::vector<PostgresText> texts;
    for (const auto* value : arrange_binds(*statement, query, binds))
        texts.emplace_back(*value);
    std::vector<const char*> values;
    for (const auto& text : texts)
        values.push_back(text.get());

    PQenterPipelineMode(handle_);
    const int begun = send_begin();
    const auto [name, is_new] = name_of_prepared(*statement);
    send(query, PQsendQueryPrepared(handle_, name.c_str(), static_cast<int>(values.size()),
                                    values.data(), nullptr, nullptr, 0));
    send(query, PQpipelineSync(handle_));
    auto results = receive(query, begun + (is_new ? 2 : 1));
    if (is_new && is_success(results[results.size() - 2].get()))
        prepared_.emplace(statement->sql, name);
    throw_first_error(query, results);
    return std::move(results.back());
}

/// Number of commands put in the pipeline.
int PostgresConnection::send_begin()
{
    if (!begin_.pending) return 0;
    begin_.pending = false;
    const Query query{"BEGIN", {}};
    const bool reads = begin_.access == Access::Read;
    const auto* sql = reads ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                            : "BEGIN ISOLATION LEVEL READ COMMITTED";
    send(query, PQsendQueryParams(handle_, sql, 0, nullptr, nullptr, nullptr, nullptr, 0));
    if (begin_.scope.kind == Scope::Kind::Platform) return 1;
    const auto workspace = std::to_string(begin_.scope.workspace);
    const char* value = workspace.c_str();
    send(query, PQsendQueryParams(handle_, set_workspace, 1, nullptr, &value, nullptr, nullptr, 0));
    return 2;
}

std::pair<std::string, bool> PostgresConnection::name_of_prepared(const Statement& statement)
{
    if (const auto found = prepared_.find(statement.sql); found != prepared_.end())
        return {found->second, false};
    auto name = "s" + std::to_string(next_name_++);
    send({name, {}}, PQsendPrepare(handle_, name.c_str(), statement.numbered.c_str(), 0, nullptr));
    return {std::move(name), true};
}

void PostgresConnection::send(const Query& query, int accepted) const
{
    if (accepted != 1) fail(query.name, nullptr);
}

/// The results of `sent` commands, up to the sync.
std::vector<PostgresResult> PostgresConnection::receive(const Query& query, int sent)
{
    std::vector<PostgresResult> results;
    for (int command = 0; command < sent; ++command) {
        results.emplace_back(PQgetResult(handle_));
        if (PQstatus(handle_) != CONNECTION_OK) fail(query.name, results.back().get());
        while (const PostgresResult rest{PQgetResult(handle_)}) {
        }
    }
    const PostgresResult sync{PQgetResult(handle_)};
    PQexitPipelineMode(handle_);
    return results;
}

void PostgresConnection::throw_first_error(const Query& query,
                                           const std::vector<PostgresResult>& results)
{
    for (const auto& result : results) {
        if (is_success(result.get())) continue;
        failed_ = true;
        fail(query.name, result.get());
    }
}

void PostgresConnection::fail(std::string_view what, const pg_result* result) const
{
    const auto* state_text =
        result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string_view state = state_text == nullptr ? "" : state_text;
    const auto* said = result == nullptr ? PQerrorMessage(handle_) : PQresultErrorMessage(result);
    const auto message = "query " + std::string{what} + ": " + said;
    if (state.starts_with("23")) throw ConstraintViolation{message};
    if (state == "40001" || state == "40P01") throw SerializationFailure{message};
    for (const auto* unavailable : {"08", "53", "57", "58", "55P03"})
        if (state.empty() || state.starts_with(unavailable)) throw Unavailable{message};
    if (state == "42501" || state == "25006") throw std::logic_error{message};
    throw std::runtime_error{message};
}

} // namespace db
