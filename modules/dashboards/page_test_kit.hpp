#pragma once

#include "modules/crm/crm.hpp"
#include "modules/dashboards/dashboards.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <chrono>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

/// What the page tests of dashboards share; included by tests only.
namespace dashboards_test
{

using std::chrono::hours;
using tenancy::WorkspaceTransaction;
using test_world::Member;
using test_world::World;

inline bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// What was opened, and after how many hours the rest of its story came.
struct Story {
    std::string opened = "2026-03-10T08:00:00Z";
    tickets::Priority priority = tickets::Priority::medium;
    bool is_taken = true;
    std::optional<int> resolved_after{};
    int waited = 0; ///< hours for the client, before the resolution
    int stars = 0;
    bool is_reopened = false;  ///< and resolved again two hours later
    bool is_dismissed = false; ///< closed without a resolution
    std::string title = "Caméra 4 hors ligne";
};

/// The desk of Vigie: Enora leads, Goulven works, Kervella Alarmes is its client.
class Desk
{
  public:
    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe},
                         {"projects", projects::describe},
                         {"tickets", tickets::describe},
                         {"dashboards", dashboards::describe}}),
          vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora Le Bihan", .role = "admin"})),
          goulven(world.add_member(vigie, {.name = "Goulven Tréguer", .role = "technicien"}))
    {
        world.context(vigie, tenancy::Actor::system()).write([&](WorkspaceTransaction& tx) {
            kervella = crm::add_client(
                tx, {.company_name = "Kervella Alarmes", .email = "contact@kervella.example"});
            horizon = projects::add_project(tx, {.name = "Site Horizon"});
            projects::assign_client(tx, horizon, kervella);
        });
    }

    tickets::Ticket add(const Story& story)
    {
        const auto opened = base::parse_iso(story.opened).value();
        tickets::PastTicket past{.asked = {.title = story.title,
                                           .description = "Depuis ce matin.",
                                           .priority = story.priority,
                                           .project = horizon,
                                           .client = kervella},
                                 .opened_by = enora.membership,
                                 .opened_at = opened,
                                 .steps = steps_of(story, opened),
                                 .rating = story.stars};
        return world.context(vigie, tenancy::Actor::system()).write([&](WorkspaceTransaction& tx) {
            return tickets::add_past_ticket(tx, past);
        });
    }
    http::Response page(const std::string& path)
    {
        return enora.browser.get("/e/vigie/tableau-de-bord" + path);
    }

    World world;
    tenancy::Workspace vigie;
    Member enora;
    Member goulven;
    tenancy::ClientId kervella;
    projects::ProjectId horizon;

  private:
    using Step = tickets::PastStep;

    Step move(base::Instant at, std::string code, std::string words = {})
    {
        return {.kind = Step::Kind::move,
                .author = goulven.membership,
                .at = at,
                .text = std::move(words),
                .move = std::move(code)};
    }
    std::vector<Step> steps_of(const Story& story, base::Instant opened)
    {
        std::vector<Step> steps;
        if (!story.is_taken) return steps;
        steps.push_back(move(opened + hours{1}, "take"));
        steps.back().assignee = goulven.membership;
        if (story.is_dismissed) {
            steps.push_back(move(opened + hours{2}, "close_without_resolution"));
            steps.back().reason = "duplicate";
        }
        if (!story.resolved_after) return steps;
        const auto resolved = opened + hours{*story.resolved_after};
        steps.push_back(move(opened + hours{1}, "start"));
        if (story.waited > 0) {
            steps.push_back(move(resolved - hours{story.waited + 1}, "ask", "Quel modèle ?"));
            steps.push_back(move(resolved - hours{1}, "resume"));
        }
        steps.push_back(move(resolved, "resolve", "Alimentation changée."));
        if (story.is_reopened) {
            steps.push_back(move(resolved + hours{1}, "reopen"));
            steps.push_back(move(resolved + hours{2}, "resolve", "Câble changé aussi."));
        }
        return steps;
    }
};

/// The figure of that definition as the page says it, without its markup.
inline std::string figure_in(const http::Response& page, const std::string& id)
{
    std::smatch found;
    const std::regex value{
        "id=\"def-" + id +
        "\">[^<]*</span></div><p [^>]*><a [^>]*><span [^>]*>[^<]*</span>([^<]*)</a>"};
    REQUIRE_MESSAGE(std::regex_search(page.body, found, value), id);
    return found[1];
}

} // namespace dashboards_test
