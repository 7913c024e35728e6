#include "app/modules.hpp"
#include "kernel/auth/memberships.hpp"
#include "modules/crm/client_merge_actions.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/document_actions.hpp"
#include "modules/crm/erasure_listeners.hpp"
#include "modules/portability/portability.hpp"
#include "modules/privacy/request_store.hpp"
#include "modules/projects/limit_actions.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <fstream>
#include <iterator>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

bool shows(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// Enora and Malo of the team; Inès is of the client « Kervella », Rose of another.
struct Desk {
    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    test_world::Member malo;
    tenancy::ClientId client;
    test_world::Member ines;
    test_world::Member rose;
    std::string path;

    explicit Desk(db::Engine engine)
        : world(engine, app::describe_modules), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          malo(world.add_member(vigie, {.name = "Malo", .role = "technicien"})),
          client(add("Kervella Alarmes")), ines(user("Inès", client)),
          rose(user("Rose", add("Camping des Sables"))),
          path("/e/vigie/clients/" + client.text() + "/documents")
    {
    }

    template <class Work>
    auto write(Work&& work)
    {
        return world.context(vigie, enora.actor).write(work);
    }
    tenancy::ClientId add(const char* name)
    {
        return write([&](WorkspaceTransaction& tx) {
            return add_client(tx, {.company_name = name, .phone = "0261910001"});
        });
    }
    test_world::Member user(const char* name, tenancy::ClientId of)
    {
        return world.add_member(
            vigie, {.name = name, .role = "client", .side = tenancy::Side::portal, .client = of});
    }
    http::Response send(const char* audience, const std::vector<test_world::Sent>& files)
    {
        return malo.browser.post_files(path, {{"audience", audience}}, files);
    }
    std::vector<FiledDocument> documents(tenancy::ClientId of)
    {
        return write([&](WorkspaceTransaction& tx) { return documents_of(tx, of); });
    }
    FiledDocument a_document(const char* audience)
    {
        REQUIRE(send(audience, {{"contrat.txt", "Entre les deux parties"}}).status == 303);
        return documents(client).front();
    }
    int opens(test_world::Member& reader, const FiledDocument& filed)
    {
        const auto* side = reader.actor.side == tenancy::Side::portal ? "/p/" : "/e/";
        return reader.browser.get(side + std::string{"vigie/fichiers/"} + filed.file.id.text())
            .status;
    }
    int post(test_world::Member& member, const FiledDocument& filed, const std::string& end,
             const Typed& typed = {})
    {
        return member.browser.post(path + "/" + filed.document.id.text() + end, typed).status;
    }
};

} // namespace

TEST_CASE_ENGINES("a document is the team’s until it is shared with its client")
{
    Desk desk{engine}; // CRM-010, PTL-003
    const auto kept = desk.a_document("internal");
    CHECK(shows(desk.enora.browser.get(desk.path), "contrat.txt"));
    CHECK(shows(desk.enora.browser.get("/e/vigie/clients/" + desk.client.text()), "contrat.txt"));
    CHECK(desk.opens(desk.enora, kept) == 200);
    CHECK(desk.opens(desk.ines, kept) == 404);
    CHECK_FALSE(shows(desk.ines.browser.get("/p/vigie/documents"), "contrat.txt"));
    CHECK(shows(desk.ines.browser.get("/p/vigie/documents"), "Aucun document pour l’instant"));

    CHECK(desk.post(desk.malo, kept, "", {{"audience", "shared"}}) == 303);
    const auto page = desk.ines.browser.get("/p/vigie/documents");
    CHECK(shows(page, "contrat.txt"));
    CHECK(shows(page, "Ajouté le"));
    CHECK(desk.opens(desk.ines, kept) == 200);
    CHECK(shows(desk.ines.browser.get("/p/vigie/informations"), "/p/vigie/documents"));

    CHECK(desk.post(desk.malo, kept, "", {{"audience", "internal"}}) == 303);
    CHECK(desk.opens(desk.ines, kept) == 404);
    CHECK_FALSE(shows(desk.ines.browser.get("/p/vigie/documents"), "contrat.txt"));
}

TEST_CASE_ENGINES("another client, a limited account and another workspace find no document")
{
    Desk desk{engine}; // CRM-010, PLT-004, IDN-024
    const auto shared = desk.a_document("shared");
    CHECK(desk.opens(desk.ines, shared) == 200);
    CHECK(desk.opens(desk.rose, shared) == 404);
    CHECK_FALSE(shows(desk.rose.browser.get("/p/vigie/documents"), "contrat.txt"));
    const auto elsewhere = desk.world.add_workspace("ailleurs");
    auto karim = desk.world.add_member(elsewhere, {.name = "Karim", .role = "admin"});
    CHECK(desk.opens(karim, shared) == 404);
    CHECK(karim.browser.get("/e/ailleurs/fichiers/" + shared.file.id.text()).status == 404);
    CHECK(karim.browser.get("/e/ailleurs/clients/" + desk.client.text() + "/documents").status ==
          404);

    desk.write([&](WorkspaceTransaction& tx) {
        projects::limit_account(tx, desk.ines.membership, std::vector<projects::ProjectId>{});
    });
    CHECK(desk.opens(desk.ines, shared) == 404);
    CHECK(desk.ines.browser.get("/p/vigie/documents").status == 404);
    CHECK_FALSE(shows(desk.ines.browser.get("/p/vigie/informations"), "/p/vigie/documents"));
}

TEST_CASE_ENGINES("what cannot be kept is refused with its reason, the rest is kept")
{
    Desk desk{engine}; // CRM-010
    const auto nothing = desk.send("internal", {});
    CHECK(nothing.status == 422);
    CHECK(shows(nothing, "Choisissez au moins un fichier"));
    const test_world::Sent program{"outil.exe", std::string("MZ\x90\0\3\0\0\0", 8)};
    CHECK(desk.send("internal", {program}).status == 422);
    CHECK(desk.documents(desk.client).empty());
    CHECK(desk.send("shared", {program, {"plan.txt", "Rez-de-chaussée"}}).status == 303);
    const auto kept = desk.documents(desk.client);
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().file.name == "plan.txt");
    CHECK(kept.front().document.audience == Audience::shared);
    CHECK(desk.send("everybody", {{"plan.txt", "x"}}).status == 422);
}

TEST_CASE_ENGINES("a document is removed by who added it or an admin, and its file with it")
{
    Desk desk{engine}; // CRM-010
    const auto filed = desk.a_document("shared");
    auto yann = desk.world.add_member(desk.vigie, {.name = "Yann", .role = "technicien"});
    CHECK(desk.post(yann, filed, "/retrait") == 403);
    CHECK(desk.post(desk.malo, filed, "/retrait") == 303);
    CHECK(desk.opens(desk.enora, filed) == 404);
    CHECK(desk.opens(desk.ines, filed) == 404);
    CHECK(desk.documents(desk.client).empty());
    CHECK(desk.post(desk.enora, desk.a_document("internal"), "/retrait") == 303);
    CHECK(desk.post(desk.malo, filed, "", {{"audience", "shared"}}) == 404);
}

TEST_CASE_ENGINES("documents follow a merged client with their files, and come back with him")
{
    Desk desk{engine}; // CRM-041
    const auto filed = desk.a_document("shared");
    const auto kept = desk.add("Kervella, seconde fiche");
    const auto merge = desk.write([&](WorkspaceTransaction& tx) {
        return merge_clients(tx, {.kept = kept,
                                  .merged = desk.client,
                                  .kept_version = 1,
                                  .merged_version = 1,
                                  .taken = {}});
    });
    REQUIRE(desk.documents(kept).size() == 1);
    CHECK(desk.documents(kept).front().file.name == "contrat.txt");
    CHECK(desk.documents(desk.client).empty());
    CHECK(desk.opens(desk.ines, filed) == 200); // her account moved too

    desk.write([&](WorkspaceTransaction& tx) { undo_merge(tx, kept, merge); });
    CHECK(desk.documents(kept).empty());
    CHECK(desk.documents(desk.client).size() == 1);
}

TEST_CASE_ENGINES("forgetting a client removes his documents and their files")
{
    Desk desk{engine}; // AUD-030
    const auto filed = desk.a_document("internal");
    desk.write(
        [&](WorkspaceTransaction& tx) { forget_client(tx, desk.client, "Personne effacée"); });
    CHECK(desk.documents(desk.client).empty());
    CHECK(desk.opens(desk.enora, filed) == 404);
}

TEST_CASE_ENGINES(
    "the erasure of a relative leaves the record it was invited to, and its documents")
{
    Desk desk{engine}; // AUD-030
    const auto anne = desk.write([](WorkspaceTransaction& tx) {
        const auto id = add_client(tx, {.kind = ClientKind::person,
                                        .first_name = "Anne",
                                        .last_name = "Guivarch",
                                        .email = "anne@guivarch.example"});
        add_contact(tx, {.client = id, .name = "Anne Guivarch", .email = "anne@guivarch.example"});
        add_contact(tx, {.client = id, .name = "Yann Guivarch", .email = "yann@guivarch.example"});
        return id;
    });
    desk.path = "/e/vigie/clients/" + anne.text() + "/documents";
    REQUIRE(desk.send("shared", {{"contrat.txt", "Entre les deux"}}).status == 303);
    const auto erase = [&](const char* email) {
        desk.write([&](WorkspaceTransaction& tx) {
            on_person_erased(tx, {.membership = {}, .email = email, .name = "Personne effacée"});
        });
    };

    erase("yann@guivarch.example");
    CHECK(desk.documents(anne).size() == 1);
    CHECK(desk.write([&](WorkspaceTransaction& tx) { return crm::client(tx, anne).email; }) ==
          "anne@guivarch.example");

    erase("anne@guivarch.example");
    CHECK(desk.documents(anne).empty());
    CHECK(desk.write([&](WorkspaceTransaction& tx) { return crm::client(tx, anne).email; }) == "");
}

TEST_CASE_ENGINES("the access pack of a closed account holds no document of his client")
{
    Desk desk{engine}; // AUD-030
    desk.a_document("shared");
    const auto shared = [&] {
        return desk.write([&](WorkspaceTransaction& tx) {
            return documents_shared_with(tx, desk.ines.membership).size();
        });
    };
    CHECK(shared() == 1);
    desk.write([&](WorkspaceTransaction& tx) {
        auth::set_status(tx, desk.ines.membership, auth::MembershipStatus::deactivated);
    });
    CHECK(shared() == 0);
}

TEST_CASE_ENGINES("the access pack holds what was shared with the person, not what the team keeps")
{
    Desk desk{engine}; // AUD-030, CRM-010
    const test_support::TemporaryFolder folder;
    portability::install({.database = desk.world.options(), .folder = folder.path()});
    desk.send("internal", {{"reserve.txt", "Entre nous"}});
    desk.send("shared", {{"garantie.txt", "Deux ans"}});
    REQUIRE(desk.ines.browser.post("/p/vigie/confidentialite", {{"kind", "access"}}).status == 303);
    const auto request = desk.write(
        [](WorkspaceTransaction& tx) { return privacy::RequestStore{tx}.list().front().id; });
    const auto pack = "/e/vigie/reglages/donnees-personnelles/" + request.text() + "/dossier";
    REQUIRE(desk.enora.browser.post(pack).status == 303);
    desk.world.run_jobs();
    REQUIRE(desk.enora.browser.get(pack).status == 200);
    const auto zip = desk.write([&](WorkspaceTransaction& tx) {
        return portability::person_package(tx.workspace(), "acces-" + request.text());
    });
    std::ifstream in{zip, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    CHECK(bytes.find("garantie.txt") != std::string::npos);
    CHECK(bytes.find("reserve.txt") == std::string::npos);
}
