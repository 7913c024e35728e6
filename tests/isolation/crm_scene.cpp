#include "modules/crm/client_merge_actions.hpp"
#include "modules/crm/client_note_actions.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/interaction_actions.hpp"
#include "modules/crm/tag_actions.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

namespace
{

isolation::Subject a_client(isolation::Scene& scene)
{
    const auto id = scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.company_name = "Garage " + std::string{isolation::marker},
                                    .phone = "0261910001"});
    });
    return {.path = {{"id", id.text()}}, .ids = {{"client", id.text()}}};
}

/// A file of one client, sent through the page and not launched yet.
isolation::Subject an_import(isolation::Scene& scene)
{
    const auto answer = scene.admin.browser.post_files(
        "/e/" + scene.workspace.slug + "/clients/import", {},
        {{"clients.csv",
          "nom;telephone\nQuai de " + std::string{isolation::marker} + ";0261910003\n", "file"}});
    REQUIRE_MESSAGE(answer.status == 303, "a list of clients is not taken: " << answer.status);
    const std::string path{answer.headers.get("Location")};
    return {.path = {{"import", path.substr(path.rfind('/') + 1)}}, .ids = {}};
}

/// A client with one more thing on its record, made by the admin.
template <class Add>
isolation::Subject on_a_client(isolation::Scene& scene, const char* name, Add&& add)
{
    auto subject = a_client(scene);
    const auto client = tenancy::ClientId::parse(subject.ids.at("client")).value();
    subject.path[name] = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        return add(tx, client).text();
    });
    return subject;
}

isolation::Subject a_tag(isolation::Scene& scene)
{
    return on_a_client(scene, "tag", [](auto& tx, auto client) {
        return crm::tag_client(tx, client, "Mot " + std::string{isolation::marker});
    });
}

isolation::Subject a_note(isolation::Scene& scene)
{
    return on_a_client(scene, "note", [](auto& tx, auto client) {
        return crm::write_client_note(tx, client, crm::NoteCategory::free,
                                      "Note " + std::string{isolation::marker});
    });
}

isolation::Subject an_interaction(isolation::Scene& scene)
{
    return on_a_client(scene, "interaction", [](auto& tx, auto client) {
        return crm::write_interaction(tx,
                                      {.client = client,
                                       .day = base::date_in(base::now(), tx.workspace().time_zone),
                                       .summary = "Appel " + std::string{isolation::marker},
                                       .follow_up = {}});
    });
}

isolation::Subject an_alert(isolation::Scene& scene)
{
    return on_a_client(scene, "alert", [](auto& tx, auto client) {
        return crm::write_alert(tx, {.client = client,
                                     .words = "Alerte " + std::string{isolation::marker},
                                     .from = {},
                                     .until = {}});
    });
}

/// Another tag of the same scene, to be merged into.
std::string other_tag(isolation::Scene& scene, const isolation::Subject& subject)
{
    const auto client = tenancy::ClientId::parse(subject.ids.at("client")).value();
    return scene.as(scene.admin)
        .write([&](tenancy::WorkspaceTransaction& tx) {
            return crm::tag_client(tx, client, "Autre mot");
        })
        .text();
}

void register_file_of_a_client(isolation::Catalogue& all)
{
    all.subjects["client_tag"] = a_tag;
    all.subjects["client_note"] = a_note;
    all.subjects["client_alert"] = an_alert;
    all.subjects["interaction"] = an_interaction;
    all.examples["TagClient"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"tag", "Client complexe"}};
    };
    all.examples["SaveTag"] = [](isolation::Scene&, const isolation::Subject& subject) {
        return test_world::Typed{{"name", "Mot " + subject.path.at("tag").substr(0, 20)},
                                 {"tone", "red"}};
    };
    all.examples["MergeTag"] = [](isolation::Scene& scene, const isolation::Subject& subject) {
        return test_world::Typed{{"into", other_tag(scene, subject)}};
    };
    all.examples["WriteClientNote"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"category", "free"}, {"body", "Préfère le matin"}};
    };
    all.examples["WriteInteraction"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{
            {"kind", "call"}, {"day", "2026-01-05"}, {"summary", "Rappelé au sujet du portail"}};
    };
    all.examples["WriteAlert"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"strength", "blocking"}, {"words", "Devis signé avant tout"}};
    };
}

void register_duplicates(isolation::Catalogue& all)
{
    all.without_example["POST /e/{workspace}/clients/doublons"] =
        "the pairs come from a job of the night; who may dismiss is proved in modules/crm";
    all.examples["SaveDuplicateRule"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"shared_emails", "on"}};
    };
}

tenancy::ClientId another_client(isolation::Scene& scene)
{
    return scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.company_name = "Seconde fiche", .phone = "0261910009"});
    });
}

/// A client into whom another record was merged.
isolation::Subject a_kept_client(isolation::Scene& scene)
{
    auto subject = a_client(scene);
    const auto kept = tenancy::ClientId::parse(subject.ids.at("client")).value();
    const auto merged = another_client(scene);
    const auto merge = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        return crm::merge_clients(
            tx,
            {.kept = kept, .merged = merged, .kept_version = 1, .merged_version = 1, .taken = {}});
    });
    subject.ids["merge"] = merge.text();
    return subject;
}

void register_merges(isolation::Catalogue& all)
{
    all.subjects["kept_client"] = a_kept_client;
    all.examples["MergeClients"] = [](isolation::Scene& scene, const isolation::Subject&) {
        return test_world::Typed{
            {"other", another_client(scene).text()}, {"version", "1"}, {"other_version", "1"}};
    };
    all.examples["UndoMerge"] = [](isolation::Scene&, const isolation::Subject& subject) {
        return test_world::Typed{{"merge", subject.ids.at("merge")}};
    };
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["client"] = a_client;
    all.examples["SaveClient"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"kind", "company"},
                                 {"company_name", "Port de " + std::string{isolation::marker}},
                                 {"phone", "02 61 91 00 02"},
                                 {"despite_alike", "on"},
                                 {"version", "1"}};
    };
    all.examples["SaveInactivity"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"days", "30"}};
    };
    all.examples["SaveServiceZone"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"prefixes", "29"}};
    };
    all.examples["ChooseClientLayout"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"layout", "cards"}};
    };
    all.examples["GivePortalAccess"] = [](isolation::Scene&, const isolation::Subject& subject) {
        return test_world::Typed{{"name", "Yann Corre"},
                                 {"user_name", "yann." + subject.ids.at("client").substr(0, 30)}};
    };
    register_file_of_a_client(all);
    register_duplicates(all);
    register_merges(all);
    all.subjects["client_import"] = an_import;
    all.without_example["POST /e/{workspace}/clients/import"] =
        "a file is its only field; sent by the factory of client_import";
    all.examples["SaveClientImport"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"delimiter", "semicolon"}, {"encoding", "utf8"},
                                 {"has_titles", "on"},       {"doubles", "ignore"},
                                 {"column_0", "last_name"},  {"column_1", "phone"},
                                 {"then", "preview"}};
    };
    return true;
}();

} // namespace
