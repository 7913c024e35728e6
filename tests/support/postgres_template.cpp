#include "tests/support/postgres_template.hpp"

#include "kernel/base/text.hpp"
#include "tests/support/postgres.hpp"

#include <libpq-fe.h>

#include <memory>
#include <stdexcept>

namespace test_support
{

namespace
{

using Session = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

Session superuser()
{
    Session session{PQconnectdb(postgres_url().c_str()), &PQfinish};
    if (PQstatus(session.get()) != CONNECTION_OK)
        throw std::runtime_error(PQerrorMessage(session.get()));
    return session;
}

/// Number of rows.
int run(const Session& session, const std::string& sql)
{
    const Result result{PQexec(session.get(), sql.c_str()), &PQclear};
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw std::runtime_error(sql + ": " + PQerrorMessage(session.get()));
    return PQntuples(result.get());
}

std::string url_of(const std::string& database)
{
    const auto url = postgres_url();
    return url.substr(0, url.rfind('/') + 1) + database;
}

db::DatabaseOptions options_of(const std::string& database, const std::string& roles)
{
    return {.url = url_of(database),
            .role_secret = "tests only",
            .role_prefix = roles,
            .durability = db::DatabaseOptions::Durability::TestsOnly};
}

void create_empty(const Session& session, const std::string& name)
{
    run(session,
        "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
}

/// Made under another name first: a template half made is never copied.
void make_template(const Session& session, const std::string& name,
                   std::span<const base::EmbeddedFile> migrations)
{
    const auto making = name + "_making";
    run(session, "SET client_min_messages = warning");
    run(session, "DROP DATABASE IF EXISTS " + making + " WITH (FORCE)");
    create_empty(session, making);
    db::migrate(options_of(making, name), migrations);
    run(session, "ALTER DATABASE " + making + " RENAME TO " + name);
}

} // namespace

db::DatabaseOptions copy_of_postgres_template(const std::string& key,
                                              std::span<const base::EmbeddedFile> migrations)
{
    const auto session = superuser();
    const auto model = "template_" + key;
    run(session, "SELECT pg_advisory_lock(hashtext('" + model + "'))");
    if (run(session, "SELECT 1 FROM pg_database WHERE datname = '" + model + "'") == 0)
        make_template(session, model, migrations);
    run(session, "SELECT pg_advisory_unlock_all()");
    const auto name = "test_" + base::hex(base::random_bytes(8));
    // Copying its files instead of logging each page halves the wait: 26 ms, not 47, for 868
    // relations.
    run(session, "CREATE DATABASE " + name + " TEMPLATE " + model + " STRATEGY file_copy");
    return options_of(name, model);
}

db::DatabaseOptions empty_postgres_database()
{
    const auto name = "test_" + base::hex(base::random_bytes(8));
    create_empty(superuser(), name);
    return options_of(name, "");
}

void drop_database(const std::string& url)
{
    run(superuser(), "DROP DATABASE IF EXISTS " + url.substr(url.rfind('/') + 1) + " WITH (FORCE)");
}

} // namespace test_support
