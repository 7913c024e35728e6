#include "kernel/audit/audit.hpp"
#include "kernel/audit/payload.hpp"
#include "kernel/base/embedded.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/db/workspace_rows.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <algorithm>

namespace
{

const tenancy::Workspace vigie{.id = {7}, .slug = "vigie", .name = "Vigie"};
const tenancy::Actor yann{.person = {3}, .membership = {5}, .name = "Yann Tanguy"};
const tenancy::Origin from_home{.address = "203.0.113.7", .request_id = "r1", .user_agent = ""};

tenancy::Context context(db::Database& database)
{
    return {database, vigie, yann, from_home};
}

void rename_ticket(tenancy::WorkspaceTransaction& tx)
{
    audit::append(tx, {.action = "tickets.renamed",
                       .subject_kind = "ticket",
                       .subject = 42,
                       .changes = {{"title", "Caméra", "Caméra 4 hors ligne"}}});
}

struct Row {
    std::int64_t id = 0;
    std::int64_t actor = 0;
    std::string action;
    std::int64_t subject = 0;
    std::string payload_sha256;
    std::string salt;
    std::string payload;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, actor, action, subject, payload_sha256, salt, payload))

constexpr db::Query rows_with_payload{"test.rows", R"sql(
    SELECT e.id, e.actor, e.action, e.subject, e.payload_sha256, p.salt, p.payload
      FROM audit_entry e JOIN audit_payload p ON p.workspace_id = e.workspace_id AND p.id = e.id
     WHERE e.workspace_id = :workspace ORDER BY e.id
)sql"};

std::vector<Row> rows(db::Database& database)
{
    return context(database).read(
        [](tenancy::WorkspaceTransaction& tx) { return tx.rows<Row>(rows_with_payload); });
}

} // namespace

TEST_CASE_ENGINES("an action leaves one row, whose hash is that of its salted payload")
{
    const auto database = test_support::fresh_database(engine);
    context(**database).write(rename_ticket);
    context(**database).write(rename_ticket);
    const auto found = rows(**database);
    REQUIRE(found.size() == 2);
    CHECK(found[0].actor == 5);
    CHECK(found[0].action == "tickets.renamed");
    CHECK(found[0].subject == 42);
    CHECK(found[0].payload.find("Yann Tanguy") != std::string::npos);
    CHECK(found[0].payload.find("203.0.113.7") != std::string::npos);
    CHECK(found[0].payload_sha256 ==
          base::hex(base::sha256(found[0].salt + "\n" + found[0].payload)));
    CHECK(found[0].salt != found[1].salt); // equal payloads cannot be told from their hashes
    CHECK(found[0].payload_sha256 != found[1].payload_sha256);
}

TEST_CASE_ENGINES("a refused action leaves no row")
{
    const auto database = test_support::fresh_database(engine);
    CHECK_THROWS_AS(context(**database).write([](tenancy::WorkspaceTransaction& tx) {
        rename_ticket(tx);
        throw base::Refusal{"test.refused"};
    }),
                    base::Refusal);
    CHECK(rows(**database).empty());
}

TEST_CASE_ENGINES("the platform's own log is no workspace's")
{
    const auto database = test_support::fresh_database(engine);
    tenancy::Platform platform{**database, from_home};
    platform.write([](tenancy::PlatformTransaction& tx) {
        audit::append(
            tx, {3},
            {.action = "auth.signed_in", .subject_kind = "person", .subject = 3, .changes = {}});
    });
    CHECK(rows(**database).empty());
    CHECK(platform.read([](tenancy::PlatformTransaction& tx) {
        return tx.value<std::int64_t>(
            {"test.count", "SELECT count(*) FROM platform_audit_entry -- all workspaces: a test"});
    }) == 1);
}

TEST_CASE("a long value is shortened and a payload is the same for the same facts")
{
    const std::vector<audit::Change> changes{{"note", "", std::string(5'000, 'x')}};
    const auto payload = audit::payload_json(from_home, "Yann \"T\"", changes);
    CHECK(payload.size() < 2'500);
    CHECK(payload.find("Yann \\\"T\\\"") != std::string::npos);
    CHECK(payload == audit::payload_json(from_home, "Yann \"T\"", changes));
    CHECK(audit::payload_hash("a", "b") == base::hex(base::sha256("a\nb")));
}

// AUD-003
TEST_CASE_ENGINES("no transaction of the program changes or deletes an entry, a seal or a head")
{
    const auto database = test_support::fresh_database(engine);
    context(**database).write(rename_ticket);
    tenancy::Platform platform{**database, from_home};
    for (const std::string table :
         {"audit_entry", "audit_batch", "audit_seal", "audit_head", "platform_audit_entry"})
        for (const auto& sql : {"-- all workspaces: a test\nDELETE FROM " + table,
                                "-- all workspaces: a test\nUPDATE " + table + " SET " +
                                    (table.ends_with("entry") ? "action" : "hash") + " = 'x'"}) {
            CAPTURE(sql);
            const db::Query query{"test.change", sql};
            CHECK_THROWS(context(**database).write([&](tenancy::WorkspaceTransaction& tx) {
                tx.execute(query);
            }));
            CHECK_THROWS(
                platform.write([&](tenancy::PlatformTransaction& tx) { tx.execute(query); }));
        }
    CHECK(rows(**database).size() == 1);
}

TEST_CASE_ENGINES("the owner of the database empties a workspace's journal a part at a time")
{
    const auto database = test_support::fresh_database(engine); // AUD-022
    for (int i = 0; i < 3; ++i)
        context(**database).write(rename_ticket);
    const auto tables = db::workspace_layouts(database->options(), base::embedded_migrations());
    const auto journal = std::ranges::find_if(
        tables, [](const db::WorkspaceTable& table) { return table.layout.name == "audit_entry"; });
    REQUIRE(journal != tables.end());
    context(**database).write([](tenancy::WorkspaceTransaction& tx) {
        db::erase_rows(tx, "audit_payload");
    });
    const auto erase = [&](std::int64_t workspace) {
        return db::erase_some_log_rows(database->options(), journal->layout, workspace, 2);
    };
    CHECK(erase(8) == 0);
    CHECK(erase(7) == 2);
    CHECK(erase(7) == 1);
    CHECK(erase(7) == 0);
}
