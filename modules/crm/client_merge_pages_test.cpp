#include "kernel/auth/auth.hpp"
#include "modules/crm/client_merge_actions.hpp"
#include "modules/crm/client_merge_store.hpp"
#include "modules/crm/client_note_actions.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/duplicate_actions.hpp"
#include "modules/crm/erasure_listeners.hpp"
#include "modules/crm/tag_actions.hpp"
#include "modules/crm/tag_store.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

/// Two records of one client, the second with a contact who signs in, a note and a tag.
struct Desk {
    template <class Work>
    auto write(Work&& work)
    {
        return world.context(vigie, enora.actor).write(work);
    }

    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          kept(add({.company_name = "Kervella Alarmes", .phone = "0261910001"})),
          merged(add({.company_name = "KERVELLA", .email = "accueil@kervella.example"})),
          ines(world.add_member(
              vigie,
              {.name = "Inès", .role = "client", .side = tenancy::Side::portal, .client = merged}))
    {
        write([&](WorkspaceTransaction& tx) {
            add_contact(tx, {.client = merged,
                             .name = "Inès",
                             .job = {},
                             .email = "ines@kervella.example",
                             .phone = {},
                             .membership = ines.membership});
            write_client_note(tx, merged, NoteCategory::free, "Rappeler le matin");
            tag_client(tx, merged, "Complexe");
            tag_client(tx, kept, "Complexe");
            tag_client(tx, merged, "Fidèle");
        });
    }

    tenancy::ClientId add(const Client& client)
    {
        return write([&](WorkspaceTransaction& tx) { return add_client(tx, client); });
    }
    Client record(tenancy::ClientId id)
    {
        return write([&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(id).value(); });
    }
    std::string path(tenancy::ClientId id) { return "/e/vigie/clients/" + id.text(); }
    http::Response merge(const Typed& more = {})
    {
        Typed typed{{"other", merged.text()},
                    {"version", std::to_string(record(kept).version)},
                    {"other_version", std::to_string(record(merged).version)}};
        typed.insert(typed.end(), more.begin(), more.end());
        return enora.browser.post(path(kept) + "/fusion", typed);
    }
    bool shows(const std::string& page, std::string_view words)
    {
        return enora.browser.get(page).body.find(words) != std::string::npos;
    }
    std::size_t tags(tenancy::ClientId id)
    {
        return write([&](WorkspaceTransaction& tx) { return TagStore{tx}.tags_of(id).size(); });
    }
    tenancy::ClientId client_of_ines()
    {
        return write(
            [&](WorkspaceTransaction& tx) { return auth::member(tx, ines.membership)->client; });
    }
    MergeId last_merge()
    {
        return write([&](WorkspaceTransaction& tx) {
            return ClientMergeStore{tx}.merges_into(kept, {}).at(0).id;
        });
    }

    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    tenancy::ClientId kept;
    tenancy::ClientId merged;
    test_world::Member ines;
};

} // namespace

TEST_CASE_ENGINES("values that a merge replaced go when it can be undone no more")
{
    Desk desk{engine}; // AUD-025
    const struct ClockGuard {
        ~ClockGuard() { base::set_test_clock("+0s"); }
    } clock;
    const auto seen = desk.record(desk.kept).version;
    const auto other = desk.record(desk.merged).version;
    const auto merge = desk.write([&](WorkspaceTransaction& tx) {
        return merge_clients(tx, {.kept = desk.kept,
                                  .merged = desk.merged,
                                  .kept_version = seen,
                                  .merged_version = other,
                                  .taken = {"company_name", "email"}});
    });
    const auto kept = [&] {
        auto context = desk.world.context(desk.vigie, desk.enora.actor);
        find_duplicates(context, {});
        return desk.write(
            [&](WorkspaceTransaction& tx) { return ClientMergeStore{tx}.fields(merge).size(); });
    };
    base::set_test_clock("+29d");
    CHECK(kept() == 2);
    base::set_test_clock("+31d");
    CHECK(kept() == 0);
}

TEST_CASE_ENGINES("a merge shows both records field by field, moves everything and redirects")
{
    Desk desk{engine}; // CRM-041
    const auto preview = desk.path(desk.kept) + "/fusion?avec=" + desk.merged.text();
    CHECK(desk.shows(preview, "Kervella Alarmes"));
    CHECK(desk.shows(preview, "accueil@kervella.example"));
    CHECK(desk.merge({{"take", "email"}}).status == 303);

    CHECK(desk.record(desk.kept).email == "accueil@kervella.example");
    CHECK(desk.record(desk.kept).name == "Kervella Alarmes");
    CHECK(desk.record(desk.merged).status == ClientStatus::archived);
    CHECK(desk.client_of_ines() == desk.kept);
    CHECK(desk.tags(desk.kept) == 2);
    CHECK(desk.shows(desk.path(desk.kept), "Rappeler le matin"));
    CHECK(desk.shows(desk.path(desk.kept), "Inès"));
    const auto old = desk.enora.browser.get(desk.path(desk.merged));
    CHECK(old.status == 303);
    CHECK(old.headers.get("Location") == desk.path(desk.kept));
}

TEST_CASE_ENGINES("a merge is undone within thirty days, but for what changed since")
{
    Desk desk{engine}; // CRM-041
    REQUIRE(desk.merge({{"take", "email"}}).status == 303);
    const auto undo = [&] {
        return desk.enora.browser.post(desk.path(desk.kept) + "/fusion/annulation",
                                       {{"merge", desk.last_merge().text()}});
    };
    const auto merge = desk.last_merge();
    CHECK(undo().status == 303);
    CHECK(desk.record(desk.kept).email.empty());
    CHECK(desk.record(desk.merged).status == ClientStatus::active);
    CHECK(desk.client_of_ines() == desk.merged);
    CHECK(desk.tags(desk.merged) == 2);
    CHECK(desk.shows(desk.path(desk.merged), "Rappeler le matin"));
    CHECK(desk.enora.browser
              .post(desk.path(desk.kept) + "/fusion/annulation", {{"merge", merge.text()}})
              .status == 409);
}

TEST_CASE_ENGINES("of two people who merge the same pair at once, the second is told")
{
    Desk desk{engine}; // CRM-041
    const Typed seen{{"other", desk.merged.text()},
                     {"version", std::to_string(desk.record(desk.kept).version)},
                     {"other_version", std::to_string(desk.record(desk.merged).version)}};
    const auto path = desk.path(desk.kept) + "/fusion";
    CHECK(desk.enora.browser.post(path, seen).status == 303);
    auto malo = desk.world.add_member(desk.vigie, {.name = "Malo", .role = "admin"});
    const auto second = malo.browser.post(path, seen);
    CHECK(second.status == 409);
    CHECK(second.body.find("déjà fusionnée") != std::string::npos);

    const Typed other_way{{"other", desk.kept.text()}, {"version", "1"}, {"other_version", "1"}};
    CHECK(malo.browser.post(desk.path(desk.merged) + "/fusion", other_way).status == 409);
    CHECK(desk.write([&](WorkspaceTransaction& tx) {
        return ClientMergeStore{tx}.merges_into(desk.kept, {}).size();
    }) == 1);
}

TEST_CASE_ENGINES("a record saved meanwhile is not merged unseen")
{
    Desk desk{engine}; // CRM-041
    const Typed stale{{"other", desk.merged.text()}, {"version", "99"}, {"other_version", "1"}};
    const auto answer = desk.enora.browser.post(desk.path(desk.kept) + "/fusion", stale);
    CHECK(answer.status == 409);
    CHECK(answer.body.find("a changé") != std::string::npos);
    CHECK(desk.record(desk.merged).status == ClientStatus::active);
    CHECK(desk.client_of_ines() == desk.merged);
}

TEST_CASE_ENGINES("a merge older than thirty days stays")
{
    struct ClockGuard {
        ~ClockGuard() { base::set_test_clock("+0s"); }
    } guard;
    Desk desk{engine}; // CRM-041
    REQUIRE(desk.merge().status == 303);
    const auto merge = desk.last_merge();
    const auto undo = [&](WorkspaceTransaction& tx) { undo_merge(tx, desk.kept, merge); };
    base::set_test_clock("+30d");
    CHECK_THROWS_AS(desk.write(undo), base::Refusal);
    CHECK(desk.client_of_ines() == desk.kept);
    base::set_test_clock("+29d");
    desk.write(undo);
    CHECK(desk.client_of_ines() == desk.merged);
}

TEST_CASE_ENGINES("who is erased leaves nothing in the records that were made one")
{
    Desk desk{engine};
    desk.kept = desk.add(
        {.kind = ClientKind::person, .last_name = "Le Gall", .email = "yann@legall.example"});
    desk.merged = desk.add({.kind = ClientKind::person,
                            .last_name = "LE GALL",
                            .email = "y@groix.example",
                            .phone = "0261910003"});
    REQUIRE(desk.merge({{"take", "phone"}}).status == 303);
    const auto merge = desk.last_merge();
    desk.write([&](WorkspaceTransaction& tx) {
        CHECK(ClientMergeStore{tx}.fields(merge).size() == 1);
        on_person_erased(
            tx, {.membership = {}, .email = "yann@legall.example", .name = "Personne effacée"});
        CHECK(ClientMergeStore{tx}.fields(merge).empty());
    });
    for (const auto id : {desk.kept, desk.merged}) {
        CHECK(desk.record(id).name == "Personne effacée");
        CHECK(desk.record(id).email.empty());
        CHECK(desk.record(id).phone.empty());
    }
}

TEST_CASE("what somebody changed after a merge is not given back")
{
    Client kept{.email = "a@a.example", .phone = ""};
    const Client merged{.email = "b@b.example", .phone = "0261910001"};
    const auto changed = take_fields(kept, merged, {"email", "phone"});
    CHECK(changed.size() == 2);
    kept.phone = "0261919999";
    give_back(kept, changed);
    CHECK(kept.email == "a@a.example");
    CHECK(kept.phone == "0261919999");
}
