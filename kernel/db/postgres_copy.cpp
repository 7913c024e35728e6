#include "kernel/db/postgres_connection.hpp"

#include <libpq-fe.h>

namespace db
{
namespace
{

/// The last word of a COPY, after which the connection may be asked something else.
void end_copy(PGconn* handle)
{
    std::string error;
    for (PostgresResult result{PQgetResult(handle)}; result; result.reset(PQgetResult(handle)))
        if (PQresultStatus(result.get()) == PGRES_FATAL_ERROR)
            error = PQresultErrorMessage(result.get());
    if (!error.empty()) throw Unavailable{"PostgreSQL: " + error};
}

} // namespace

void PostgresConnection::copy_out(const std::string& sql,
                                  const std::function<void(std::string_view)>& sink)
{
    const PostgresResult started{PQexec(handle_, sql.c_str())};
    if (PQresultStatus(started.get()) != PGRES_COPY_OUT) fail("copy", started.get());
    for (;;) {
        char* bytes = nullptr;
        const int length = PQgetCopyData(handle_, &bytes, 0);
        if (length < 0) break;
        const std::unique_ptr<char, decltype(&PQfreemem)> row{bytes, &PQfreemem};
        sink({bytes, static_cast<std::size_t>(length)});
    }
    end_copy(handle_);
}

void PostgresConnection::copy_in(
    const std::string& sql,
    const std::function<void(const std::function<void(std::string_view)>&)>& give)
{
    const PostgresResult started{PQexec(handle_, sql.c_str())};
    if (PQresultStatus(started.get()) != PGRES_COPY_IN) fail("copy", started.get());
    give([this](std::string_view bytes) {
        if (PQputCopyData(handle_, bytes.data(), static_cast<int>(bytes.size())) != 1)
            throw Unavailable{std::string{"PostgreSQL: "} + PQerrorMessage(handle_)};
    });
    if (PQputCopyEnd(handle_, nullptr) != 1)
        throw Unavailable{std::string{"PostgreSQL: "} + PQerrorMessage(handle_)};
    end_copy(handle_);
}

} // namespace db
