#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/settings/word_actions.hpp"
#include "tests/isolation/scene.hpp"

#include <algorithm>

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

Subject a_message(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        return mail::send(tx, {.to_name = "Malo Kervella",
                               .to_email = "malo@installations.example",
                               .subject = "Message " + std::string{isolation::marker},
                               .paragraphs = {"Bonjour"},
                               .template_name = "tickets.answered"});
    });
    scene.world.run_jobs();
    return {.path = {{"message", id.text()}}};
}

Subject a_job(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        jobs::enqueue(tx, {.kind = "test.kind", .payload = "{}"});
        return jobs::recent(tx, {}).front().id;
    });
    return {.path = {{"job", id.text()}}};
}

/// A state of the business that nothing stands in.
Subject an_unused_state(Scene& scene)
{
    const auto label = "Retirable " + std::string{isolation::marker};
    const auto code = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        settings::add_state(tx, {.label = {label},
                                 .client_label = {label},
                                 .from = {"en_cours"},
                                 .next = {"en_cours"}});
        const auto own = settings::own_workflow(tx);
        const auto& states = own.workflow().states;
        return std::ranges::find(states, label, &presets::State::label)->code;
    });
    return {.ids = {{"state", code}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["message"] = a_message;
    all.subjects["job"] = a_job;
    const std::string needs_server =
        "needs a mail server; its success is judged by one in modules/settings tests";
    for (const char* route : {"POST /e/{workspace}/reglages/courrier/essai",
                              "POST /e/{workspace}/reglages/courrier/activation",
                              "POST /e/{workspace}/reglages/courrier/{message}/renvoi"})
        all.without_example[route] = needs_server;
    all.examples["EditProfile"] = [](Scene&, const Subject&) {
        return Typed{{"name", "Vigie " + std::string{isolation::marker}},
                     {"time_zone", "Europe/Paris"},
                     {"version", "0"}};
    };
    all.examples["AddState"] = [](Scene&, const Subject&) {
        return Typed{{"label", "Chez le fabricant " + std::string{isolation::marker}},
                     {"client_label", "Chez le fabricant"},
                     {"kind", "postponed"},
                     {"tone", "amber"},
                     {"from", "en_cours"},
                     {"next", "en_cours"}};
    };
    all.examples["PlaceState"] = [](Scene&, const Subject&) {
        return Typed{{"code", "en_cours"}, {"direction", "up"}};
    };
    all.examples["EditState"] = [](Scene&, const Subject&) {
        return Typed{{"code", "en_cours"},
                     {"label", "Au travail " + std::string{isolation::marker}},
                     {"client_label", "Au travail"},
                     {"tone", "blue"},
                     {"next", "attente_client"},
                     {"next", "resolu"}};
    };
    all.by_route["POST /e/{workspace}/reglages/mots/etat/retrait"] = an_unused_state;
    all.examples["RemoveState"] = [](Scene&, const Subject& subject) {
        return Typed{{"code", subject.ids.at("state")}};
    };
    all.examples["SaveMove"] = [](Scene&, const Subject&) {
        return Typed{{"label", "Classer " + std::string{isolation::marker}},
                     {"from", "en_cours"},
                     {"to", "cloture"},
                     {"who", "admin"}};
    };
    all.examples["RemoveMove"] = [](Scene&, const Subject&) { return Typed{{"code", "release"}}; };
    all.examples["ChooseVocabulary"] = [](Scene&, const Subject&) {
        return Typed{{"name", "support-technique"}};
    };
    all.examples["EditWord"] = [](Scene&, const Subject&) {
        return Typed{{"noun", "ticket"},
                     {"singular", "intervention"},
                     {"plural", "interventions " + std::string{isolation::marker}},
                     {"gender", "feminine"},
                     {"portal_singular", "intervention"},
                     {"portal_plural", "interventions"},
                     {"portal_gender", "feminine"}};
    };
    all.examples["ChooseColour"] = [](Scene&, const Subject&) {
        return Typed{{"colour", "#2f5dd0"}};
    };
    all.examples["SaveSender"] = [](Scene&, const Subject&) {
        return Typed{{"host", "smtp.vigie.example"}, {"port", "587"},
                     {"encryption", "starttls"},     {"user_name", ""},
                     {"from_name", "Vigie"},         {"from_email", "support@vigie.example"}};
    };
    return true;
}();

} // namespace
