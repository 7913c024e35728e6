#include "app/modules.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

#include <set>

using isolation::Scene;
using tenancy::WorkspaceTransaction;

namespace
{

/// A company with two people on the portal and one address on its record.
struct Company {
    explicit Company(db::Engine engine)
        : world(engine, app::describe_modules), scene(world, "vigie"),
          ines(world.add_member(scene.workspace, {.name = "Inès Le Bras",
                                                  .role = "client",
                                                  .side = tenancy::Side::portal,
                                                  .client = scene.client.actor.client})),
          site(scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
              const auto project = projects::add_project(tx, {.name = "Dépôt de Lanester"});
              projects::assign_client(tx, project, scene.client.actor.client);
              return project;
          }))
    {
    }

    std::string ask()
    {
        const auto answer =
            ines.browser.post_files("/p/vigie/demandes",
                                    {{"title", "Caméra 4 hors ligne"},
                                     {"description", "Elle ne répond plus depuis hier soir."},
                                     {"priority", "medium"},
                                     {"project", site.text()}},
                                    {});
        REQUIRE(answer.status == 303);
        const std::string path{answer.headers.get("Location")};
        return path.substr(path.rfind('/') + 1);
    }
    /// The addresses that mails of this kind went to.
    std::set<std::string> told(std::string_view subject_part)
    {
        std::set<std::string> addresses;
        const auto mails =
            scene.as(scene.admin).read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        for (const auto& mail : mails)
            if (mail.text.find(subject_part) != std::string::npos) addresses.insert(mail.to_email);
        return addresses;
    }

    test_world::World world;
    Scene scene;
    test_world::Member ines;
    projects::ProjectId site;
};

} // namespace

TEST_CASE_ENGINES("shared customer account: who of the company asked is shown, and answers go to "
                  "that person, not to one mailbox")
{
    Company company{engine}; // market row 29
    const auto number = company.ask();
    const auto staff = company.scene.admin.browser.get("/e/vigie/tickets/" + number);
    CHECK(staff.body.find("Inès Le Bras") != std::string::npos);
    const auto colleague = company.scene.client.browser.get("/p/vigie/demandes/" + number);
    CHECK(colleague.status == 200);
    CHECK(colleague.body.find("Inès Le Bras") != std::string::npos);

    const auto answer = company.scene.admin.browser.post_files(
        "/e/vigie/tickets/" + number + "/messages", {{"body", "Nous passons ce jeudi."}}, {});
    REQUIRE(answer.status == 303);
    company.world.run_jobs();
    CHECK(company.told("Nous passons ce jeudi") == std::set<std::string>{"ines@vigie.example"});
}
