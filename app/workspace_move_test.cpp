#include "app/portability_test_kit.hpp"
#include "app/sealing.hpp"
#include "kernel/audit/sealer.hpp"
#include "kernel/audit/verify.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/installation.hpp"
#include "modules/portability/package_store.hpp"

#include <algorithm>
#include <random>
#include <set>

using namespace app_test;

namespace
{

db::Engine other(db::Engine engine)
{
    return engine == db::Engine::Sqlite ? db::Engine::Postgres : db::Engine::Sqlite;
}

/// Name → bytes of every part, but the manifest, which names the moment.
std::map<std::string, std::string> parts_of(const fs::path& folder)
{
    std::map<std::string, std::string> parts;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        const auto name = fs::relative(entry.path(), folder).string();
        const bool is_declared = name == "manifest.json" || name == "SHA256SUMS" ||
                                 name == "LISEZMOI.txt"; // hold the moment
        if (entry.is_regular_file() && !is_declared) parts[name] = bytes_of(entry.path());
    }
    return parts;
}

void check_same(const fs::path& first, const fs::path& second)
{
    const auto before = parts_of(first);
    const auto after = parts_of(second);
    CHECK(before.size() > 60);
    CHECK(before.size() == after.size());
    for (const auto& [name, bytes] : before) {
        const bool is_same = after.contains(name) && after.at(name) == bytes;
        CHECK_MESSAGE(is_same, name, " is not what it was");
    }
}

std::string refused_part(const Instance& instance, const fs::path& from,
                         const std::string& digest = {})
{
    try {
        instance.import_from(from, digest);
    } catch (const base::Refusal& refusal) {
        CHECK(refusal.code == "portability.refusal.damaged");
        return refusal.params.front().second;
    }
    return "accepted";
}

audit::Verdict verify(const Instance& instance, const tenancy::Workspace& workspace)
{
    const auto place = instance.place();
    return audit::verify(audit::Chain::of_workspace(instance.database(), workspace),
                         audit::head_key(place.vault), audit::HeadFile{place.seals});
}

void seal(const Instance& instance, const tenancy::Workspace& workspace)
{
    const auto place = instance.place();
    const auto chain = audit::Chain::of_workspace(instance.database(), workspace);
    audit::seal(chain, audit::Reach::Everything);
    audit::sign_head(chain, audit::head_key(place.vault), audit::HeadFile{place.seals});
}

/// What a forger does who knows how packages are made: digests that fit what he wrote.
void forge(const fs::path& folder, const std::string& name, const std::string& bytes)
{
    std::ofstream{folder / name, std::ios::binary} << bytes;
    std::string sums;
    portability::each_line(folder / "SHA256SUMS", [&](const std::string& line) {
        const bool is_it = line.substr(66) == name;
        sums += (is_it ? base::hex(base::sha256(bytes)) + "  " + name : line) + "\n";
    });
    std::ofstream{folder / "SHA256SUMS", std::ios::binary} << sums;
    auto manifest = bytes_of(folder / "manifest.json");
    const auto at = manifest.find("\"sums_sha256\":\"") + 15;
    manifest.replace(at, 64, base::hex(base::sha256(sums)));
    std::ofstream{folder / "manifest.json", std::ios::binary} << manifest;
}

} // namespace

TEST_CASE_ENGINES("a workspace moves to the other engine and back without one byte of difference")
{
    // AUD-021, AUD-022
    const Instance here{engine};
    const auto workspace = here.demonstrate();
    seal(here, workspace);
    const auto first = here.folder.path() / "first";
    const auto out = here.export_to(workspace, first);

    const Instance there{other(engine)};
    files::storage().remove_all(workspace.id); // both share the storage of this process
    const auto arrived = there.import_from(first, out.digest);
    CHECK(arrived.workspace.id == workspace.id);
    CHECK(arrived.files == out.files);
    CHECK(arrived.known_people == 0);
    CHECK(verify(there, workspace).is_intact()); // AUD-003
    CHECK(verify(there, workspace).sealed > 0);
    const auto second = there.folder.path() / "second";
    there.export_to(*there.workspace(workspace.slug), second);
    check_same(first, second);

    const Instance back{engine};
    files::storage().remove_all(workspace.id);
    back.import_from(second);
    const auto third = back.folder.path() / "third";
    back.export_to(*back.workspace(workspace.slug), third);
    check_same(first, third);
}

TEST_CASE_ENGINES("people arrive with their memberships and without a password")
{
    const Instance here{engine}; // AUD-021
    const auto workspace = here.demonstrate();
    const auto package = here.folder.path() / "package";
    here.export_to(workspace, package);
    const Instance there{engine};
    const auto arrived = there.import_from(package);
    const auto members = there.context(arrived.workspace).read([](auto& tx) {
        return auth::member_details(tx, tenancy::Side::staff);
    });
    CHECK(members.size() >= 3);
    for (const auto& member : members) {
        CHECK_FALSE(member.has_password);
        CHECK(member.status == auth::MembershipStatus::active);
    }
    CHECK_THROWS_AS(there.import_from(package), base::Refusal); // it is there already
    CHECK(there.workspace(workspace.slug)->status == tenancy::WorkspaceStatus::active);
}

TEST_CASE("a damaged, truncated or forged package is refused by the part, and nothing is written")
{
    const Instance here{db::Engine::Sqlite}; // AUD-021
    const auto workspace = here.demonstrate();
    seal(here, workspace);
    const auto whole = here.folder.path() / "whole";
    const auto out = here.export_to(workspace, whole);
    const Instance there{db::Engine::Sqlite};
    const auto before = there.rows();
    const auto damaged = here.folder.path() / "damaged";
    const auto attempt = [&](const std::string& part, const auto& damage,
                             const std::string& digest = {}) {
        fs::remove_all(damaged);
        fs::copy(whole, damaged, fs::copy_options::recursive);
        damage(damaged / part);
        CHECK(refused_part(there, damaged, digest).starts_with(part));
        for (const auto& [table, count] : there.rows())
            CHECK_MESSAGE(count == before.at(table), table);
    };
    for (const char* part : {"tables/tickets_ticket.jsonl", "tables/person.csv", "SHA256SUMS"}) {
        attempt(part, [](const fs::path& file) {
            auto bytes = bytes_of(file);
            bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
            std::ofstream{file, std::ios::binary} << bytes;
        });
        attempt(part, [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); });
        attempt(part, [](const fs::path& file) { fs::remove(file); });
    }
    attempt("manifest.json", [](const fs::path& file) { fs::resize_file(file, 40); });
    attempt("tables/more.jsonl", [](const fs::path& file) { std::ofstream{file} << "{}\n"; });
    const auto ticket = std::string{"tables/tickets_ticket.jsonl"};
    attempt(
        "manifest.json",
        [&](const fs::path&) { forge(damaged, ticket, bytes_of(damaged / ticket) + "{}\n"); },
        out.digest);
    attempt(ticket,
            [&](const fs::path&) { forge(damaged, ticket, bytes_of(damaged / ticket) + "{}\n"); });
    attempt("tables/audit_entry.jsonl", [&](const fs::path& file) {
        auto bytes = bytes_of(file);
        bytes.replace(bytes.find("\"action\":\""), 11, "\"action\":\"X"); // a letter of history
        forge(damaged, "tables/audit_entry.jsonl", bytes);
    });
    const auto own = std::string{"tables/workspace.jsonl"};
    attempt(own, [&](const fs::path& file) { // words that no release of ours has written
        auto bytes = bytes_of(file);
        const std::string_view none = "\"preset_changes\":\"\"";
        bytes.replace(bytes.find(none), none.size(), "\"preset_changes\":\"later = 1\"");
        forge(damaged, own, bytes);
    });
    CHECK(tenancy::Platform{there.database()}.read(auth::every_workspace).empty());
}

TEST_CASE_ENGINES("erasing a workspace leaves nothing of it, and every byte of the others")
{
    const Instance instance{engine}; // AUD-022
    const auto before = instance.rows();
    const auto kept = instance.demonstrate();
    test_support::run_as_owner(*instance.fresh, "UPDATE workspace SET slug = CASE WHEN preset = "
                                                "'support-technique' THEN 'autre' ELSE preset END");
    fs::remove(instance.folder.path() / "demo.json");
    const auto gone = instance.demonstrate(); // the same people, in two workspaces
    seal(instance, kept);
    seal(instance, gone);
    const auto first = instance.folder.path() / "first";
    instance.export_to(*instance.workspace("autre"), first);

    const auto erased = portability::erase_workspace(instance.place(), gone);
    CHECK(erased.rows > 500);
    CHECK(erased.people == 0); // they work for the other too
    const auto snapshot = db::open_snapshot(instance.options());
    for (const auto& table : snapshot->tables()) {
        std::string rows;
        snapshot->read(table, [&](std::string_view bytes) { rows += bytes; });
        if (!table.starts_with("platform_audit"))
            CHECK_MESSAGE(rows.find(gone.id.text()) == std::string::npos, table);
    }
    CHECK(files::storage().list(gone.id, "").empty());
    CHECK_FALSE(fs::exists(instance.place().seals / (gone.id.text() + ".jsonl")));
    const auto second = instance.folder.path() / "second";
    instance.export_to(*instance.workspace("autre"), second);
    check_same(first, second);
    CHECK(verify(instance, kept).is_intact());

    CHECK(portability::erase_workspace(instance.place(), kept).people > 3);
    for (const auto& other : tenancy::Platform{instance.database()}.read(auth::every_workspace))
        portability::erase_workspace(instance.place(), other);
    for (const auto& [table, rows] : instance.rows())
        if (!table.starts_with("platform_audit") && table != "process_lease")
            CHECK_MESSAGE(rows == before.at(table), table);
}
