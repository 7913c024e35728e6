#include "modules/crm/crm.hpp"
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

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["client"] = a_client;
    all.examples["SaveClient"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"kind", "company"},
                                 {"company_name", "Port de " + std::string{isolation::marker}},
                                 {"phone", "02 61 91 00 02"},
                                 {"version", "1"}};
    };
    all.examples["GivePortalAccess"] = [](isolation::Scene&, const isolation::Subject& subject) {
        return test_world::Typed{{"name", "Yann Corre"},
                                 {"user_name", "yann." + subject.ids.at("client").substr(0, 30)}};
    };
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
