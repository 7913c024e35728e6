#include "app/modules.hpp"
#include "tests/isolation/attempt.hpp"

#include <doctest.h>

#include <cstdio>
#include <fstream>
#include <sstream>

using isolation::Attempt;
using isolation::form_to;
using isolation::has;
using isolation::Scene;

namespace
{

constexpr const char* matrix_file = "tests/isolation/support_technique_matrix.txt";
const std::vector<std::string> roles{"technicien", "developpeur", "admin", "client"};

struct Cell {
    std::string action;
    std::string role;
    std::string expected;
};

std::vector<Cell> read_matrix()
{
    std::ifstream file{matrix_file};
    REQUIRE(file.good());
    std::vector<Cell> cells;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words{line};
        std::string action;
        words >> action;
        for (const auto& role : roles) {
            std::string expected;
            words >> expected;
            REQUIRE_MESSAGE(!expected.empty(), action << " says nothing of " << role);
            cells.push_back({.action = action, .role = role, .expected = expected});
        }
    }
    return cells;
}

/// What the page of the action offers, and what the request sent without that page does.
struct Tried {
    bool is_offered = false;
    bool succeeds = false;
};
using Try = Tried (*)(Attempt&);

Tried see_tickets(Attempt& a)
{
    const auto ticket = a.subject("ticket");
    const auto& number = ticket.path.at("number");
    const auto list = a.page(a.is_client ? a.portal("/demandes") : a.staff("/tickets?vue=tous"));
    return {.is_offered = has(list, number), .succeeds = has(a.ticket_page(ticket), number)};
}

Tried take_ticket(Attempt& a)
{
    const auto ticket = a.subject("ticket");
    return {.is_offered = !form_to(a.ticket_page(ticket), "prise-en-charge").empty(),
            .succeeds =
                a.posts_on(ticket, "prise-en-charge", {{"version", ticket.ids.at("version")}})};
}

/// With somebody else of the role: nobody shares with himself.
Tried share_with(Attempt& a, const char* role)
{
    const auto other = a.scene.world.add_member(
        a.scene.workspace, {.name = std::string{"Ewen "} + role, .role = role});
    const auto id = other.membership.text();
    const auto ticket = a.subject("ticket");
    return {.is_offered = has(form_to(a.ticket_page(ticket), "partage"), "\"" + id + "\""),
            .succeeds =
                a.posts_on(ticket, "partage", {{"member", id}, {"message", "Un avis, merci."}})};
}
Tried share_with_developer(Attempt& a)
{
    return share_with(a, "developpeur");
}
Tried share_with_admin(Attempt& a)
{
    return share_with(a, "admin");
}

Tried change_state(Attempt& a)
{
    const auto ticket = a.taken_ticket();
    return {.is_offered = !form_to(a.ticket_page(ticket), "deplacement").empty(),
            .succeeds = a.posts_on(ticket, "deplacement", a.example("MoveTicket", ticket))};
}

Tried write_note(Attempt& a)
{
    const auto ticket = a.subject("ticket");
    const auto number = ticket.path.at("number");
    const auto composer =
        a.is_client ? a.ticket_page(ticket) : a.page(a.staff("/tickets/" + number + "?mode=note"));
    return {.is_offered = !form_to(composer, "notes").empty(),
            .succeeds = a.posts_on(ticket, "notes", a.example("WriteNote"))};
}

Tried manage_projects(Attempt& a)
{
    const auto list = a.page(a.is_client ? a.portal("/sites") : a.staff("/projets"));
    return {.is_offered = has(list, "/projets/nouveau"),
            .succeeds = a.posts(a.staff("/projets"), a.example("SaveProject"))};
}

Tried manage_clients(Attempt& a)
{
    const auto list = a.page(a.is_client ? a.portal("/accueil") : a.staff("/clients"));
    return {.is_offered = has(list, "/clients/nouveau"),
            .succeeds = a.posts(a.staff("/clients"), a.example("SaveClient"))};
}

Tried see_dashboard(Attempt& a)
{
    const auto path = a.is_client ? a.portal("/tableau-de-bord") : a.staff("/tableau-de-bord");
    const auto list = a.page(a.is_client ? a.portal("/accueil") : a.staff("/tickets"));
    return {.is_offered = has(list, "/tableau-de-bord"),
            .succeeds = has(a.page(path), "dashboard-urgent")};
}

Tried invite_members(Attempt& a)
{
    const auto team = a.page(a.is_client ? a.portal("/compte") : a.staff("/reglages/equipe"));
    return {.is_offered = !form_to(team, "invitations").empty(),
            .succeeds =
                a.posts(a.staff("/reglages/equipe/invitations"), a.example("InviteMember"))};
}

Tried create_ticket(Attempt& a)
{
    const auto typed = a.example(a.is_client ? "OpenRequest" : "OpenTicket");
    if (a.is_client)
        return {.is_offered = has(a.page(a.portal("/accueil")), "/demandes/nouvelle"),
                .succeeds = a.posts(a.portal("/demandes"), typed)};
    return {.is_offered = has(a.page(a.staff("/tickets")), "/tickets/nouveau"),
            .succeeds = a.posts(a.staff("/tickets"), typed)};
}

Tried assign_someone(Attempt& a)
{
    const auto ticket = a.subject("ticket");
    return {.is_offered = !form_to(a.ticket_page(ticket), "attribution").empty(),
            .succeeds = a.posts_on(ticket, "attribution", a.example("AssignTicket", ticket))};
}

Tried change_priority(Attempt& a)
{
    const auto ticket = a.subject("ticket");
    return {.is_offered = !form_to(a.ticket_page(ticket), "priorite").empty(),
            .succeeds = a.posts_on(ticket, "priorite", a.example("PrioritiseTicket", ticket))};
}

Tried delete_ticket(Attempt& a)
{
    const auto ticket = a.subject("ticket");
    return {.is_offered = !form_to(a.ticket_page(ticket), "suppression").empty(),
            .succeeds = a.posts_on(ticket, "suppression", {{"version", ticket.ids.at("version")}})};
}

const std::map<std::string, Try> actions{{"see_tickets", see_tickets},
                                         {"take_ticket", take_ticket},
                                         {"share_with_developer", share_with_developer},
                                         {"share_with_admin", share_with_admin},
                                         {"change_state", change_state},
                                         {"write_note", write_note},
                                         {"manage_projects", manage_projects},
                                         {"manage_clients", manage_clients},
                                         {"see_dashboard", see_dashboard},
                                         {"invite_members", invite_members},
                                         {"create_ticket", create_ticket},
                                         {"assign_someone", assign_someone},
                                         {"change_priority", change_priority},
                                         {"delete_ticket", delete_ticket}};

void check(const Cell& cell, const Tried& tried, bool expected)
{
    CHECK_MESSAGE(tried.is_offered == expected, cell.action << " on the screen of " << cell.role);
    CHECK_MESSAGE(tried.succeeds == expected, cell.action << " by request of " << cell.role);
}

/// The own client's tickets on assigned projects: another client's, and one whose project has been
/// taken back, are as if they did not exist.
void check_own(const Cell& cell, Scene& scene)
{
    Attempt client{scene, cell.role};
    check(cell, actions.at(cell.action)(client), true);
    const auto number = client.subject("ticket").path.at("number");
    CHECK(scene.other_client.browser.get(client.portal("/demandes/" + number)).status == 404);
    CHECK(!has(scene.other_client.browser.get(client.portal("/demandes")).body, number));
}

void check_answer(const Cell& cell, Scene& scene)
{
    Attempt client{scene, cell.role};
    check(cell, actions.at(cell.action)(client), false);
    const auto resolved = client.subject("resolved_request");
    const auto& number = resolved.path.at("number");
    const auto answer_path = client.portal("/demandes/" + number + "/reponse");
    CHECK(!form_to(client.ticket_page(resolved), "reponse").empty());
    for (const char* move : {"take", "resolve", "close_without_resolution"})
        CHECK_MESSAGE(
            !client.posts(answer_path,
                          {{"move", move}, {"version", resolved.ids.at("version")}, {"body", "x"}}),
            "the client may " << move);
    CHECK(client.posts(answer_path, client.example("MoveTicket", resolved)));
}

void check_creation(const Cell& cell, Scene& scene)
{
    Attempt client{scene, cell.role};
    check(cell, actions.at(cell.action)(client), false);
    CHECK(client.posts(client.portal("/demandes"), client.example("OpenRequest")));
    CHECK(has(client.page(client.portal("/demandes/nouvelle")), "name=\"priority\""));
}

void check_option(const Cell& cell, Scene& scene)
{
    Attempt before{scene, cell.role};
    check(cell, actions.at(cell.action)(before), false);
    Attempt admin{scene, "admin"};
    REQUIRE(admin.posts(admin.staff("/reglages/roles/permissions"),
                        {{"role", cell.role}, {"permission", "tickets.assign"}, {"is_on", "on"}}));
    Attempt after{scene, cell.role};
    check(cell, actions.at(cell.action)(after), true);
}

void judge(const Cell& cell, Scene& scene)
{
    if (cell.expected == "own") return check_own(cell, scene);
    if (cell.expected == "answer") return check_answer(cell, scene);
    if (cell.expected == "creation") return check_creation(cell, scene);
    if (cell.expected == "option") return check_option(cell, scene);
    REQUIRE((cell.expected == "yes" || cell.expected == "no"));
    Attempt attempt{scene, cell.role};
    check(cell, actions.at(cell.action)(attempt), cell.expected == "yes");
}

} // namespace

TEST_CASE_ENGINES("each role does what the matrix says, by screen and by direct request") // IDN-042
                                                                                          // TKT-021
{
    test_world::World world{engine, app::describe_modules};
    const auto cells = read_matrix();
    int number = 0;
    for (const auto& cell : cells) {
        REQUIRE_MESSAGE(actions.contains(cell.action), "nothing tries " << cell.action);
        Scene scene{world, "m" + std::to_string(++number)};
        judge(cell, scene);
    }
    std::printf("role matrix: %d cells\n", number);
    CHECK(cells.size() == actions.size() * roles.size());
}

TEST_CASE("the day a route deletes a ticket, the matrix tries it") // IDN-042
{
    test_world::World world{db::Engine::Sqlite, app::describe_modules};
    for (const auto& route : world.site().routes) {
        CHECK(route.access.permission != "tickets.delete");
    }
}
