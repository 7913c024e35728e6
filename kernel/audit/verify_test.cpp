#include "kernel/audit/tamper_kit.hpp"

#include <doctest.h>

#include <array>
#include <fstream>
#include <random>

// The plan of attack M2: one byte anywhere, a row gone, added or moved, a whole batch written
// again.

using audit::Reach;
using audit::Wrong;
using audit::tamper_kit::Logs;

namespace
{

struct Column {
    std::string table;
    std::string column;
    bool is_text = false;
};
const std::array columns{
    Column{"audit_entry", "id"},
    Column{"audit_entry", "at"},
    Column{"audit_entry", "actor"},
    Column{"audit_entry", "action", true},
    Column{"audit_entry", "subject_kind", true},
    Column{"audit_entry", "subject"},
    Column{"audit_entry", "payload_sha256", true},
    Column{"audit_payload", "id"},
    Column{"audit_payload", "salt", true},
    Column{"audit_payload", "payload", true},
    Column{"audit_batch", "batch"},
    Column{"audit_batch", "sealed_at"},
    Column{"audit_batch", "entries"},
    Column{"audit_batch", "previous", true},
    Column{"audit_batch", "hash", true},
    Column{"audit_seal", "batch"},
    Column{"audit_seal", "position"},
    Column{"audit_seal", "entry"},
    Column{"audit_seal", "hash", true},
    Column{"audit_head", "number"},
    Column{"audit_head", "batch"},
    Column{"audit_head", "hash", true},
    Column{"audit_head", "entries"},
    Column{"audit_head", "signed_at"},
    Column{"audit_head", "key", true},
    Column{"audit_head", "signature", true},
    Column{"platform_audit_entry", "id"},
    Column{"platform_audit_entry", "at"},
    Column{"platform_audit_entry", "person"},
    Column{"platform_audit_entry", "action", true},
    Column{"platform_audit_entry", "subject"},
    Column{"platform_audit_entry", "payload_sha256", true},
    Column{"platform_audit_payload", "id"},
    Column{"platform_audit_payload", "salt", true},
    Column{"platform_audit_payload", "payload", true},
};
const std::array tables{
    "audit_entry", "audit_payload",        "audit_batch",           "audit_seal",
    "audit_head",  "platform_audit_entry", "platform_audit_payload"};

/// Chooses one row of a table as « the n-th by key ».
std::string nth_row(const std::string& table, int n)
{
    const std::string key = table == "audit_seal"           ? "workspace_id, batch, position"
                            : table == "audit_batch"        ? "workspace_id, batch"
                            : table == "audit_head"         ? "workspace_id, number"
                            : table.starts_with("platform") ? "id"
                                                            : "workspace_id, id";
    return "(" + key + ") IN (SELECT " + key + " FROM copy_of_" + table + " ORDER BY " + key +
           " LIMIT 1 OFFSET " + std::to_string(n) + ")";
}

/// Changes one character of a text, or adds to a number, in a chosen row.
std::string flip(const Column& column, std::mt19937& random)
{
    const auto row = nth_row(column.table, static_cast<int>(random() % 4));
    const auto& c = column.column;
    if (!column.is_text)
        return "UPDATE " + column.table + " SET " + c + " = " + c + " + " +
               std::to_string(1'000'000 + random() % 9) + " WHERE " + row;
    const auto at = std::to_string(1 + random() % 12);
    return "UPDATE " + column.table + " SET " + c + " = CASE WHEN substr(" + c + ", " + at +
           ", 1) = 'z' THEN '' ELSE substr(" + c + ", 1, " + at + " - 1) || 'z' || substr(" + c +
           ", " + at + " + 1) END WHERE " + row;
}

void keep_copies(Logs& logs)
{
    for (const std::string table : tables)
        logs.tamper("CREATE TABLE copy_of_" + table + " AS SELECT * FROM " + table);
}

void put_back(Logs& logs)
{
    std::string sql = "BEGIN;";
    for (const std::string table : tables)
        sql += "DELETE FROM " + table + "; INSERT INTO " + table + " SELECT * FROM copy_of_" +
               table + ";";
    logs.tamper(sql + "COMMIT;");
}

/// What somebody would do who holds the database and knows the program, but not its key: changes an
/// entry of the first batch, then seals everything again as if it had always been so.
void rewrite_history(Logs& logs)
{
    logs.tamper("UPDATE audit_entry SET action = 'test.invented' WHERE workspace_id = 7");
    std::string sql = "BEGIN; DELETE FROM audit_seal WHERE workspace_id = 7;"
                      "DELETE FROM audit_batch WHERE workspace_id = 7;";
    audit::Batch previous;
    logs.chain().read([&](audit::SealStore& store) {
        for (const auto& batch : store.batches_after(0, 10)) {
            std::vector<audit::EntryFacts> facts;
            for (const auto& entry : store.sealed_in(batch.batch, batch.batch))
                facts.push_back(entry.facts);
            const auto made = audit::sealed(7, previous, facts);
            previous = made.batch;
            sql += "INSERT INTO audit_batch (workspace_id, batch, sealed_at, entries, previous, "
                   "hash) VALUES (7, " +
                   std::to_string(previous.batch) + ", " +
                   std::to_string(previous.sealed_at.micros) + ", " +
                   std::to_string(previous.entries) + ", '" + previous.previous + "', '" +
                   previous.hash + "');";
            for (const auto& seal : made.seals)
                sql += "INSERT INTO audit_seal (workspace_id, batch, position, entry, hash) VALUES "
                       "(7, " +
                       std::to_string(seal.batch) + ", " + std::to_string(seal.position) + ", " +
                       std::to_string(seal.entry) + ", '" + seal.hash + "');";
        }
    });
    logs.tamper(sql + "COMMIT;");
}

std::string delete_row(std::mt19937& random)
{
    const std::array deletable{"audit_entry", "audit_batch", "audit_seal", "audit_head",
                               "platform_audit_entry"};
    const std::string table = deletable[random() % deletable.size()];
    return "DELETE FROM " + table + " WHERE " + nth_row(table, static_cast<int>(random() % 4));
}

/// Two rows change places: what they say, or where they stand.
std::string swap_rows(std::mt19937& random)
{
    if (random() % 2 == 0)
        return "UPDATE audit_entry SET subject = 81 - subject WHERE workspace_id = 7 AND subject "
               "IN (40, 41)";
    return "BEGIN; UPDATE audit_seal SET position = 99 WHERE workspace_id = 7 AND batch = 2 AND "
           "position = 1; UPDATE audit_seal SET position = 1 WHERE workspace_id = 7 AND batch = 2 "
           "AND position = 2; UPDATE audit_seal SET position = 2 WHERE workspace_id = 7 AND batch "
           "= 2 AND position = 99; COMMIT;";
}

std::string insert_row(std::mt19937& random)
{
    const auto number = std::to_string(50 + random() % 50);
    switch (random() % 3) {
    case 0:
        return "INSERT INTO audit_seal (workspace_id, batch, position, entry, hash) VALUES (7, "
               "2, " +
               number + ", " + number + ", 'x')";
    case 1:
        return "INSERT INTO audit_batch (workspace_id, batch, sealed_at, entries, previous, hash) "
               "VALUES (7, " +
               number + ", 1, 1, '', 'x')";
    default:
        return "INSERT INTO audit_entry (workspace_id, id, at, actor, action, subject_kind, "
               "subject, payload_sha256) VALUES (7, " +
               number + ", 1, 5, 'test.x', 'ticket', 1, 'x')";
    }
}

std::string tampering(std::mt19937& random)
{
    switch (random() % 4) {
    case 0:
        return delete_row(random);
    case 1:
        return swap_rows(random);
    case 2:
        return insert_row(random);
    default:
        return flip(columns[random() % columns.size()], random);
    }
}

} // namespace

// AUD-003
TEST_CASE_ENGINES("one changed character or number in any column of any log is found")
{
    Logs logs{engine};
    logs.fill();
    REQUIRE(logs.findings().empty());
    keep_copies(logs);
    std::mt19937 random{20261121};
    for (const auto& column : columns) {
        const auto sql = flip(column, random);
        CAPTURE(sql);
        logs.tamper(sql);
        CHECK_FALSE(logs.findings().empty());
        put_back(logs);
    }
    CHECK(logs.findings().empty());
}

// AUD-003
TEST_CASE_ENGINES("whatever is changed, deleted, added or moved at random is found")
{
    Logs logs{engine};
    logs.fill();
    keep_copies(logs);
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (int trial = 0; trial < 60; ++trial) {
        const auto sql = tampering(random);
        CAPTURE(sql);
        logs.tamper(sql);
        CHECK_FALSE(logs.findings().empty());
        put_back(logs);
    }
    CHECK(logs.findings().empty());
}

TEST_CASE_ENGINES("a finding names what is wrong and where")
{
    Logs logs{engine};
    logs.fill();
    const auto entry = [&] {
        std::int64_t id = 0;
        logs.chain().read([&](audit::SealStore& store) { id = store.sealed_in(2, 2).at(1).entry; });
        return id;
    }();
    logs.tamper("UPDATE audit_entry SET actor = 6 WHERE workspace_id = 7 AND id = " +
                std::to_string(entry));
    const auto findings = logs.findings();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what == Wrong::entry_changed);
    CHECK(findings[0].id == entry);
}

TEST_CASE_ENGINES("history written again with right hashes is caught by the signed heads")
{
    Logs logs{engine};
    logs.fill();
    rewrite_history(logs);
    CHECK(logs.finds(Wrong::head_mismatch));
    CHECK_FALSE(logs.finds(Wrong::batch_changed)); // every hash was made again

    logs.tamper("DELETE FROM audit_head WHERE workspace_id = 7");
    CHECK(logs.finds(Wrong::head_missing)); // the file still has them

    const secrets::SigningKey stolen{secrets::Key::random()};
    audit::sign_head(logs.chain(), stolen, audit::HeadFile{logs.folder() / "elsewhere"});
    CHECK(logs.finds(Wrong::head_forged));
}

TEST_CASE_ENGINES("a tail that was cut off is found thanks to the heads kept outside")
{
    Logs logs{engine};
    logs.fill();
    logs.tamper("BEGIN; DELETE FROM audit_entry WHERE workspace_id = 7 AND id IN (SELECT entry "
                "FROM audit_seal WHERE workspace_id = 7 AND batch = 3);"
                "DELETE FROM audit_seal WHERE workspace_id = 7 AND batch = 3;"
                "DELETE FROM audit_batch WHERE workspace_id = 7 AND batch = 3;"
                "DELETE FROM audit_head WHERE workspace_id = 7 AND batch = 3; COMMIT;");
    CHECK(logs.finds(Wrong::head_missing));
}

TEST_CASE_ENGINES("an altered, missing or added line of the file outside is found")
{
    Logs logs{engine};
    logs.fill();
    const auto file = logs.folder() / "seals" / "7.jsonl";
    std::string content;
    {
        std::ifstream in{file};
        content.assign(std::istreambuf_iterator<char>{in}, {});
    }
    const auto second = content.find('\n') + 1;
    auto altered = content;
    altered[content.find("\"batch\":") + 8] = '9';
    for (const auto& text : {altered, content.substr(second), content + content.substr(second)}) {
        std::ofstream{file} << text;
        CHECK(logs.finds(Wrong::file_changed));
    }
    std::ofstream{file} << content;
    CHECK(logs.findings().empty());
}

TEST_CASE("at most a hundred findings are kept, all are counted")
{
    Logs logs{db::Engine::Sqlite};
    logs.write(130);
    audit::seal(logs.chain(), Reach::Recent);
    logs.tamper("UPDATE audit_entry SET actor = 6");
    const auto verdict = audit::verify(logs.chain(), logs.key(), logs.file());
    CHECK(verdict.findings.size() == audit::findings_max);
    CHECK(verdict.finding_count == 130);
}
