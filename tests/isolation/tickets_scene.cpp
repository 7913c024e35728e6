#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

namespace
{

using isolation::Scene;
using isolation::Subject;

projects::ProjectId own_project(Scene& scene)
{
    return scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        const auto project =
            projects::add_project(tx, {.name = "Site " + std::string{isolation::marker}});
        projects::assign_client(tx, project, scene.client.actor.client);
        return project;
    });
}

std::string open_ticket(Scene& scene)
{
    const auto project = own_project(scene);
    return scene.as(scene.client).write([&](tenancy::WorkspaceTransaction& tx) {
        return tickets::open_ticket(
                   tx, {.title = "Caméra " + std::string{isolation::marker},
                        .description = "Noire depuis hier, " + std::string{isolation::marker},
                        .project = project,
                        .client = scene.client.actor.client})
            .number;
    });
}

template <class T>
T look_up(Scene& scene, const db::Query& query, const std::string& number)
{
    return scene.as(scene.admin)
        .read([&](tenancy::WorkspaceTransaction& tx) {
            return tx.value<T>(query, {{"number", number}});
        })
        .value();
}

std::string version_of(Scene& scene, const std::string& number)
{
    static constexpr db::Query query{"test.version", R"sql(
        SELECT version FROM tickets_ticket WHERE workspace_id = :workspace AND number = :number
    )sql"};
    return std::to_string(look_up<std::int64_t>(scene, query, number));
}

std::string last_message_of(Scene& scene, const std::string& number)
{
    static constexpr db::Query query{"test.last_message", R"sql(
        SELECT m.id FROM tickets_message m
          JOIN tickets_ticket t ON t.workspace_id = m.workspace_id AND t.id = m.ticket_id
         WHERE m.workspace_id = :workspace AND t.number = :number ORDER BY m.id DESC LIMIT 1
    )sql"};
    return std::to_string(look_up<std::int64_t>(scene, query, number));
}

void must_post(Scene& scene, test_world::Browser& browser, const std::string& path,
               const test_world::Typed& typed)
{
    const auto answer = browser.post(path, typed);
    REQUIRE_MESSAGE(answer.status == 303,
                    path << " answers " << answer.status << " in " << scene.workspace.slug);
}

Subject a_ticket(Scene& scene)
{
    const auto number = open_ticket(scene);
    return {.path = {{"number", number}}, .ids = {{"version", version_of(scene, number)}}};
}

Subject a_message_of(Scene& scene, test_world::Member& author, const std::string& place)
{
    const auto number = open_ticket(scene);
    must_post(scene, author.browser, place + number + "/messages",
              {{"body", "Bonjour " + std::string{isolation::marker}}});
    return {.path = {{"number", number}, {"message", last_message_of(scene, number)}}};
}

std::string last_note_of(Scene& scene, const std::string& number)
{
    static constexpr db::Query query{"test.last_note", R"sql(
        SELECT n.id FROM tickets_note n
          JOIN tickets_ticket t ON t.workspace_id = n.workspace_id AND t.id = n.ticket_id
         WHERE n.workspace_id = :workspace AND t.number = :number ORDER BY n.id DESC LIMIT 1
    )sql"};
    return std::to_string(look_up<std::int64_t>(scene, query, number));
}

std::string staff_place(const Scene& scene)
{
    return "/e/" + scene.workspace.slug + "/tickets/";
}
std::string portal_place(const Scene& scene)
{
    return "/p/" + scene.workspace.slug + "/demandes/";
}

Subject a_taken_ticket(Scene& scene)
{
    const auto number = open_ticket(scene);
    must_post(scene, scene.admin.browser, staff_place(scene) + number + "/prise-en-charge",
              {{"version", version_of(scene, number)}});
    return {.path = {{"number", number}},
            .ids = {{"version", version_of(scene, number)}, {"move", "release"}}};
}

Subject a_resolved_request(Scene& scene)
{
    const auto taken = a_taken_ticket(scene);
    const auto& number = taken.path.at("number");
    must_post(
        scene, scene.admin.browser, staff_place(scene) + number + "/deplacement",
        {{"move", "resolve"}, {"version", version_of(scene, number)}, {"body", "Câble remplacé."}});
    return {.path = taken.path,
            .ids = {{"version", version_of(scene, number)}, {"move", "confirm"}}};
}

/// What the team writes often; made by its form.
std::string a_reply_of(Scene& scene)
{
    must_post(scene, scene.admin.browser, "/e/" + scene.workspace.slug + "/reglages/reponses",
              {{"title", "Réponse " + std::string{isolation::marker}},
               {"body", "Bonjour {client}, " + std::string{isolation::marker}}});
    static constexpr db::Query query{"test.last_reply", R"sql(
        SELECT id FROM tickets_reply
         WHERE workspace_id = :workspace AND title <> :number ORDER BY id DESC LIMIT 1
    )sql"};
    return std::to_string(look_up<std::int64_t>(scene, query, {}));
}

Subject a_time_entry(Scene& scene)
{
    const auto number = open_ticket(scene);
    must_post(scene, scene.admin.browser, staff_place(scene) + number + "/temps",
              {{"minutes", "30"},
               {"worked_on", "2026-11-02"},
               {"note", "Essai " + std::string{isolation::marker}}});
    static constexpr db::Query query{"test.last_time", R"sql(
        SELECT e.id FROM tickets_time e
          JOIN tickets_ticket t ON t.workspace_id = e.workspace_id AND t.id = e.ticket_id
         WHERE e.workspace_id = :workspace AND t.number = :number ORDER BY e.id DESC LIMIT 1
    )sql"};
    const auto id = look_up<std::int64_t>(scene, query, number);
    return {.path = {{"number", number}, {"entry", std::to_string(id)}}};
}

/// With the timer of the admin on it, and of nobody else.
Subject a_timed_ticket(Scene& scene)
{
    scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        tx.execute(
            {"test.stop_timers", "DELETE FROM tickets_timer WHERE workspace_id = :workspace"}, {});
    });
    const auto number = open_ticket(scene);
    must_post(scene, scene.admin.browser, staff_place(scene) + number + "/chronometre", {});
    return {.path = {{"number", number}}};
}

/// A ticket on a site that is the other client's too.
Subject a_ticket_of_two(Scene& scene)
{
    const auto number = open_ticket(scene);
    static constexpr db::Query query{"test.project_of_ticket", R"sql(
        SELECT project_id FROM tickets_ticket WHERE workspace_id = :workspace AND number = :number
    )sql"};
    const projects::ProjectId project{look_up<std::int64_t>(scene, query, number)};
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        projects::assign_client(tx, project, scene.other_client.actor.client);
    });
    return {.path = {{"number", number}}};
}

Subject a_guest(Scene& scene)
{
    const auto ticket = a_ticket_of_two(scene);
    const auto client = scene.other_client.actor.client.text();
    must_post(scene, scene.admin.browser,
              staff_place(scene) + ticket.path.at("number") + "/autres-clients",
              {{"client", client}});
    return {.path = {{"number", ticket.path.at("number")}, {"client", client}}};
}

std::int64_t last_id(Scene& scene, const db::Query& query, const std::string& number)
{
    return look_up<std::int64_t>(scene, query, number);
}

Subject a_checklist_of(Scene& scene)
{
    static constexpr db::Query list{"test.last_checklist", R"sql(
        SELECT l.id FROM tickets_checklist l
          JOIN tickets_ticket t ON t.workspace_id = l.workspace_id AND t.id = l.ticket_id
         WHERE l.workspace_id = :workspace AND t.number = :number
    )sql"};
    static constexpr db::Query item{"test.last_checklist_item", R"sql(
        SELECT i.id FROM tickets_checklist_item i
          JOIN tickets_ticket t ON t.workspace_id = i.workspace_id AND t.id = i.ticket_id
         WHERE i.workspace_id = :workspace AND t.number = :number
    )sql"};
    const auto number = open_ticket(scene);
    must_post(scene, scene.admin.browser, staff_place(scene) + number + "/listes",
              {{"title", "Liste"}, {"items", "Câble " + std::string{isolation::marker}}});
    return {.path = {{"number", number},
                     {"list", std::to_string(last_id(scene, list, number))},
                     {"item", std::to_string(last_id(scene, item, number))}}};
}

Subject a_checklist_template_of(Scene& scene)
{
    static constexpr db::Query query{"test.last_template", R"sql(
        SELECT id FROM tickets_checklist_template
         WHERE workspace_id = :workspace AND title <> :number ORDER BY id DESC LIMIT 1
    )sql"};
    must_post(scene, scene.admin.browser, "/e/" + scene.workspace.slug + "/reglages/listes",
              {{"title", "Liste " + std::string{isolation::marker}}, {"items", "Câble"}});
    return {.path = {{"template", std::to_string(last_id(scene, query, {}))}},
            .ids = {{"version", "1"}}};
}

void register_subjects(isolation::Catalogue& all)
{
    all.subjects["checklist"] = a_checklist_of;
    all.subjects["checklist_template"] = a_checklist_template_of;
    all.subjects["reply"] = [](Scene& scene) {
        return Subject{.path = {{"reply", a_reply_of(scene)}}, .ids = {{"version", "1"}}};
    };
    all.subjects["ticket_reply"] = [](Scene& scene) {
        return Subject{.path = {{"number", open_ticket(scene)}, {"reply", a_reply_of(scene)}}};
    };
    all.subjects["ticket"] = a_ticket;
    all.subjects["request"] = a_ticket;
    all.subjects["resolved_request"] = a_resolved_request;
    all.subjects["linked_ticket"] = [](Scene& scene) {
        const auto number = open_ticket(scene);
        const auto other = open_ticket(scene);
        must_post(scene, scene.admin.browser, staff_place(scene) + number + "/liens",
                  {{"other", other}, {"kind", "relates"}});
        return Subject{.path = {{"number", number}}, .ids = {{"other", other}}};
    };
    all.subjects["incident"] = [](Scene& scene) {
        const auto number = open_ticket(scene);
        const auto other = open_ticket(scene);
        must_post(scene, scene.admin.browser, staff_place(scene) + number + "/incident",
                  {{"other", other}, {"as", "incident"}});
        return Subject{.path = {{"number", number}}, .ids = {{"other", other}}};
    };
    all.subjects["staff_message"] = [](Scene& scene) {
        return a_message_of(scene, scene.admin, staff_place(scene));
    };
    all.subjects["client_message"] = [](Scene& scene) {
        return a_message_of(scene, scene.client, portal_place(scene));
    };
    all.subjects["note"] = [](Scene& scene) {
        const auto number = open_ticket(scene);
        must_post(scene, scene.admin.browser, staff_place(scene) + number + "/notes",
                  {{"body", "Le client a coupé, " + std::string{isolation::marker}}});
        return Subject{.path = {{"number", number}, {"note", last_note_of(scene, number)}}};
    };
    all.subjects["time_entry"] = a_time_entry;
    all.subjects["timed_ticket"] = a_timed_ticket;
    all.subjects["guest"] = a_guest;
    all.by_route["POST /e/{workspace}/tickets/{number}/autres-clients"] = a_ticket_of_two;
    all.by_route["POST /e/{workspace}/tickets/{number}/chronometre"] = [](Scene& scene) {
        must_post(scene, scene.admin.browser,
                  staff_place(scene) + a_timed_ticket(scene).path.at("number") +
                      "/chronometre/arret",
                  {});
        return a_ticket(scene);
    };
    all.by_route["POST /e/{workspace}/tickets/{number}/deplacement"] = a_taken_ticket;
    all.by_route["POST /e/{workspace}/tickets/{number}/tableau"] = a_taken_ticket;
}

void register_examples(isolation::Catalogue& all)
{
    using test_world::Typed;
    const std::string words = "Bonjour " + std::string{isolation::marker};
    all.examples["WriteMessage"] = [words](Scene&, const Subject&) {
        return Typed{{"body", words}};
    };
    all.examples["WriteNote"] = [words](Scene&, const Subject&) { return Typed{{"body", words}}; };
    all.examples["MoveTicket"] = [](Scene&, const Subject& subject) {
        return Typed{{"move", subject.ids.at("move")}, {"version", subject.ids.at("version")}};
    };
    all.examples["SaveTime"] = [words](Scene&, const Subject&) {
        return Typed{{"minutes", "45"},
                     {"worked_on", "2026-11-03"},
                     {"is_billable", "on"},
                     {"note", words},
                     {"version", "1"}};
    };
    all.examples["OpenToClient"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.other_client.actor.client.text()}};
    };
    all.examples["SaveReply"] = [words](Scene&, const Subject&) {
        return Typed{{"title", "Accusé"}, {"body", words}, {"version", "1"}};
    };
    all.examples["SavePromises"] = [](Scene&, const Subject&) {
        return Typed{{"monday", "9:00-12:00, 14:00-18:00"},
                     {"days_off", "25/12/2026"},
                     {"urgent_first_reply", "1"},
                     {"version", "0"}};
    };
    all.examples["LinkTickets"] = [](Scene& scene, const Subject&) {
        return Typed{{"other", open_ticket(scene)}, {"kind", "follows"}};
    };
    all.examples["UnlinkTickets"] = [](Scene&, const Subject& subject) {
        return Typed{{"other", subject.ids.at("other")}};
    };
    all.examples["MergeTickets"] = [](Scene& scene, const Subject& subject) {
        const auto kept = open_ticket(scene);
        return Typed{{"into", kept},
                     {"version", subject.ids.at("version")},
                     {"into_version", version_of(scene, kept)}};
    };
    all.examples["SplitMessage"] = [](Scene&, const Subject&) {
        return Typed{{"title", "Un autre sujet"}};
    };
    all.examples["GatherTicket"] = [](Scene& scene, const Subject&) {
        return Typed{{"other", open_ticket(scene)}, {"as", "incident"}};
    };
    all.examples["PartTicket"] = [](Scene&, const Subject& subject) {
        return Typed{{"other", subject.ids.at("other")}};
    };
    all.examples["SendToAll"] = [words](Scene&, const Subject&) {
        return Typed{{"body", words}, {"kind", "answer"}};
    };
    all.examples["SaveChecklist"] = [](Scene&, const Subject&) {
        return Typed{{"title", "Avant de partir"}, {"items", "Câble"}, {"version", "1"}};
    };
    all.examples["TickItem"] = [](Scene&, const Subject&) { return Typed{{"tick", "done"}}; };
    all.examples["ChangeTickets"] = [](Scene& scene, const Subject&) {
        return Typed{{"ticket", open_ticket(scene)}, {"what", "prioritise"}, {"priority", "high"}};
    };
    all.examples["ChooseLayout"] = [](Scene&, const Subject&) {
        return Typed{{"layout", "board"}};
    };
    all.examples["AssignTicket"] = [](Scene& scene, const Subject& subject) {
        return Typed{{"assignee", scene.developer.membership.text()},
                     {"version", subject.ids.at("version")}};
    };
    all.examples["PrioritiseTicket"] = [](Scene&, const Subject& subject) {
        return Typed{{"priority", "high"}, {"version", subject.ids.at("version")}};
    };
    all.examples["ShareTicket"] = [](Scene& scene, const Subject&) {
        return Typed{{"member", scene.developer.membership.text()}, {"message", "Un avis ?"}};
    };
    all.examples["RateTicket"] = [](Scene&, const Subject&) {
        return Typed{{"score", "5"}, {"comment", "Merci"}};
    };
    all.examples["OpenRequest"] = [words](Scene& scene, const Subject&) {
        return Typed{{"project", own_project(scene).text()},
                     {"title", "Caméra 4 hors ligne"},
                     {"description", words},
                     {"priority", "high"}};
    };
    all.examples["OpenTicket"] = [words](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()},
                     {"project", own_project(scene).text()},
                     {"title", "Caméra 4 hors ligne"},
                     {"description", words},
                     {"priority", "high"},
                     {"origin", "phone"}};
    };
}

const bool is_registered = [] {
    register_subjects(isolation::catalogue());
    register_examples(isolation::catalogue());
    return true;
}();

} // namespace
