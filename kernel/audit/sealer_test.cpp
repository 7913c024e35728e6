#include "kernel/audit/tamper_kit.hpp"
#include "kernel/audit/unsealed.hpp"
#include "kernel/db/leased_ids.hpp"

#include <doctest.h>

#include <latch>
#include <thread>

using audit::Reach;
using audit::Wrong;
using audit::tamper_kit::Logs;
using audit::tamper_kit::other;
using audit::tamper_kit::vigie;

namespace
{

audit::Verdict verdict(Logs& logs)
{
    return audit::verify(logs.chain(), logs.key(), logs.file());
}

std::int64_t first_id(Logs& logs)
{
    std::int64_t id = 0;
    logs.chain().read([&](audit::SealStore& store) { id = store.sealed_in(1, 1).front().entry; });
    return id;
}

std::string insert_entry(std::int64_t id)
{
    return "INSERT INTO audit_entry (workspace_id, id, at, actor, action, subject_kind, subject, "
           "payload_sha256) VALUES (7, " +
           std::to_string(id) + ", 1, 5, 'test.late', 'ticket', 1, 'none')";
}

std::int64_t id_of(std::chrono::minutes ago)
{
    const auto epoch = *base::parse_iso("2026-01-01T00:00:00.000Z");
    const auto since = base::real_now() - ago - epoch;
    return db::pack_id(
        {.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(since).count(),
         .lease = 999});
}

} // namespace

TEST_CASE_ENGINES("entries are sealed once, in batches, each log in its own chain")
{
    Logs logs{engine};
    logs.write(3);
    logs.write(2, other);
    logs.sign_in(4);
    CHECK(audit::seal(logs.chain(), Reach::Recent) == 3);
    CHECK(audit::seal(logs.chain(), Reach::Recent) == 0);
    logs.write(1);
    CHECK(audit::seal(logs.chain(), Reach::Recent) == 1);
    CHECK(audit::seal(logs.chain(other), Reach::Recent) == 2);
    CHECK(audit::seal(logs.platform_chain(), Reach::Everything) == 4);
    CHECK(verdict(logs).sealed == 4);
    CHECK(verdict(logs).unsealed == 0);
    CHECK(logs.findings().empty());
}

TEST_CASE_ENGINES("what is not sealed yet is counted, with the age of the oldest")
{
    Logs logs{engine};
    const auto before = base::real_now();
    logs.write(2);
    CHECK(verdict(logs).sealed == 0);
    CHECK(verdict(logs).unsealed == 2);
    REQUIRE(verdict(logs).oldest_unsealed);
    CHECK(*verdict(logs).oldest_unsealed + std::chrono::seconds{1} >= before);
    audit::seal(logs.chain(), Reach::Recent);
    CHECK_FALSE(verdict(logs).oldest_unsealed);
}

TEST_CASE(
    "an entry that commits after one with a greater id was sealed is sealed by the next round "
    "[postgres]")
{
    Logs logs{db::Engine::Postgres};
    logs.write(1);
    std::latch has_id{1};
    std::latch may_commit{1};
    std::jthread late{[&] {
        tenancy::Context context{logs.database(), vigie, tenancy::Actor::system()};
        context.write([&](tenancy::WorkspaceTransaction& tx) {
            audit::append(tx, {.action = "test.late", .subject_kind = "ticket", .subject = 1});
            has_id.count_down();
            may_commit.wait();
        });
    }};
    has_id.wait();
    logs.write(2);
    CHECK(audit::seal(logs.chain(), Reach::Recent) == 3);
    may_commit.count_down();
    late.join();
    CHECK(verdict(logs).unsealed == 1);
    CHECK(audit::seal(logs.chain(), Reach::Recent) == 1);
    CHECK(verdict(logs).unsealed == 0);
    CHECK(logs.findings().empty());
}

TEST_CASE_ENGINES("an entry made before the last hour waits for the round that looks everywhere")
{
    Logs logs{engine};
    logs.write(2);
    audit::seal(logs.chain(), Reach::Recent);
    logs.tamper(insert_entry(id_of(std::chrono::minutes{70})));
    CHECK(audit::seal(logs.chain(), Reach::Recent) == 0);
    CHECK(verdict(logs).unsealed == 1);
    CHECK(audit::seal(logs.chain(), Reach::Everything) == 1);
    CHECK(verdict(logs).unsealed == 0);
    CHECK(logs.findings().empty());
}

TEST_CASE_ENGINES("a row put among old ones is found, sealed or not")
{
    Logs logs{engine};
    logs.fill();
    const auto id = id_of(std::chrono::minutes{60 * 24});
    REQUIRE(id < first_id(logs));
    logs.tamper(insert_entry(id));
    CHECK(logs.finds(Wrong::entry_inserted));
    audit::seal(logs.chain(), Reach::Everything);
    CHECK(logs.finds(Wrong::entry_inserted));
}

TEST_CASE_ENGINES("erasing names and values leaves a chain that verifies")
{
    Logs logs{engine};
    logs.fill();
    tenancy::Context context{logs.database(), vigie, tenancy::Actor::system()};
    const auto erased = context.write([](tenancy::WorkspaceTransaction& tx) {
        return tx.execute(
            {"test.erase", "DELETE FROM audit_payload WHERE workspace_id = :workspace"});
    });
    CHECK(erased == 15);
    CHECK(verdict(logs).sealed == 15);
    CHECK(logs.findings().empty());
}

TEST_CASE_ENGINES("two sealers of one log at once seal every entry once")
{
    Logs logs{engine};
    logs.write(60);
    const auto chain = logs.chain();
    {
        std::vector<std::jthread> sealers;
        for (int i = 0; i < 4; ++i)
            sealers.emplace_back([&] {
                try {
                    audit::seal(chain, Reach::Everything);
                } catch (const db::ConstraintViolation&) {
                    // another one was faster; its own job would come back
                }
            });
    }
    audit::seal(chain, Reach::Everything);
    CHECK(verdict(logs).sealed == 60);
    CHECK(logs.findings().empty());
}

TEST_CASE_ENGINES("a head is signed when there is something new, and copied outside the database")
{
    Logs logs{engine};
    logs.write(2);
    audit::seal(logs.chain(), Reach::Recent);
    audit::sign_head(logs.chain(), logs.key(), logs.file());
    audit::sign_head(logs.chain(), logs.key(), logs.file());
    CHECK(logs.file().last_number(7) == 1);
    logs.write(1);
    audit::seal(logs.chain(), Reach::Recent);
    audit::sign_head(logs.chain(), logs.key(), logs.file());
    const auto lines = logs.file().lines(7);
    REQUIRE(lines.size() == 2);
    CHECK(lines.back().head.entries == 3);
    CHECK(audit::is_signed(7, lines.back().head, logs.key()));
    CHECK_FALSE(audit::is_signed(8, lines.back().head, logs.key()));
    CHECK(verdict(logs).heads == 2);
}

TEST_CASE_ENGINES("heads that could not be copied are copied by the next signing")
{
    Logs logs{engine};
    logs.write(1);
    audit::seal(logs.chain(), Reach::Recent);
    const audit::HeadFile nowhere{"/proc/nowhere"};
    CHECK_THROWS(audit::sign_head(logs.chain(), logs.key(), nowhere));
    CHECK(logs.file().last_number(7) == 0);
    audit::sign_head(logs.chain(), logs.key(), logs.file());
    CHECK(logs.file().last_number(7) == 1);
    CHECK(logs.findings().empty());
}

TEST_CASE("a log that was written to is taken once, and a thousand entries wake its sealer")
{
    audit::take_unsealed();
    audit::note_unsealed({7});
    audit::note_unsealed({7});
    audit::note_unsealed({});
    CHECK(audit::take_unsealed() == std::vector{tenancy::WorkspaceId{}, tenancy::WorkspaceId{7}});
    CHECK(audit::take_unsealed().empty());
    for (int i = 0; i < audit::batch_entries_max; ++i)
        audit::note_unsealed({7});
    const auto start = std::chrono::steady_clock::now();
    audit::wait_for_unsealed({}, std::chrono::seconds{30});
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{10});
    audit::take_unsealed();
}
