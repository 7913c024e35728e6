#include "modules/crm/document_store.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

/// Shared with the client of the scene, sent through the page.
Subject a_document(Scene& scene)
{
    const auto client = scene.client.actor.client;
    const std::string mark{isolation::marker};
    const auto answer = scene.admin.browser.post_files(
        "/e/" + scene.workspace.slug + "/clients/" + client.text() + "/documents",
        {{"audience", "shared"}}, {{"contrat " + mark + ".txt", "Contrat " + mark}});
    REQUIRE_MESSAGE(answer.status == 303, "a document is not taken: " << answer.status);
    const auto newest = scene.as(scene.admin).read([&](tenancy::WorkspaceTransaction& tx) {
        return crm::DocumentStore{tx}.of_client(client).front();
    });
    return {.path = {{"id", client.text()}, {"document", newest.id.text()}},
            .ids = {{"client", client.text()}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["client_document"] = a_document;
    all.examples["ShowDocument"] = [](Scene&, const Subject&) {
        return Typed{{"audience", "internal"}};
    };
    all.without_example["POST /e/{workspace}/clients/{id}/documents"] =
        "files are what it takes; sent by the factory of client_document";
    return true;
}();

} // namespace
