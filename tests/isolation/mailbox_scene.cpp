#include "kernel/mail/intake.hpp"
#include "kernel/mail/suspension.hpp"
#include "modules/mailbox/received_store.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

projects::ProjectId a_project(Scene& scene)
{
    return scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        const auto id =
            projects::add_project(tx, {.name = "Site " + std::string{isolation::marker}});
        projects::assign_client(tx, id, scene.client.actor.client);
        return id;
    });
}

Subject a_received_mail(Scene& scene)
{
    auto house = scene.world.context(scene.workspace, tenancy::Actor::system());
    house.write(
        [](WorkspaceTransaction& tx) { mail::save_mailbox(tx, "support@entreprise.example", ""); });
    const auto bytes =
        "From: <rose@inconnue.example>\r\nSubject: " + std::string{isolation::marker} +
        "\r\nMessage-ID: <" +
        std::to_string(house.database().ids().make<mailbox::ReceivedId>().value) +
        "@inconnue.example>\r\n\r\nBonjour " + std::string{isolation::marker};
    mail::deliver(house, {.bytes = bytes, .to = "support@entreprise.example", .from = {}});
    const auto id = house.read(
        [](WorkspaceTransaction& tx) { return mailbox::ReceivedStore{tx}.waiting().back().id; });
    return {.path = {{"received", id.text()}}, .ids = {}};
}

/// Nothing leaves for that person's address, so that it can be tried again.
void refuse_address(Scene& scene, const tenancy::Actor& actor)
{
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        const auto id = mail::send(tx, {.to_name = actor.name,
                                        .to_email = actor.email,
                                        .subject = "Refusé",
                                        .paragraphs = {"Bonjour"},
                                        .template_name = "tickets.replied"});
        mail::note_failure(tx, id,
                           {.status = "5.1.1", .words = "unknown", .recipients = {actor.email}});
    });
}

Typed a_refused_address(Scene& scene, const Subject&)
{
    refuse_address(scene, scene.client.actor);
    return {{"client", scene.client.actor.client.text()}, {"email", scene.client.actor.email}};
}

Typed a_refused_member(Scene& scene, const Subject&)
{
    refuse_address(scene, scene.technician.actor);
    return {{"member", scene.technician.membership.text()}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["received_mail"] = a_received_mail;
    all.examples["AddReceived"] = [](Scene& scene, const Subject&) {
        const auto project = a_project(scene);
        const auto number = scene.as(scene.client).write([&](WorkspaceTransaction& tx) {
            return tickets::open_ticket(tx, {.title = "Portail " + std::string{isolation::marker},
                                             .description = "Il ne ferme plus.",
                                             .project = project,
                                             .client = scene.client.actor.client})
                .number;
        });
        return Typed{{"number", number}};
    };
    all.examples["OpenReceived"] = [](Scene& scene, const Subject&) {
        return Typed{{"title", "Devis " + std::string{isolation::marker}},
                     {"place", scene.client.actor.client.text() + ":" + a_project(scene).text()}};
    };
    all.examples["SaveMailbox"] = [](Scene&, const Subject&) {
        return Typed{{"address", "support@entreprise.example"}, {"trusted_server", ""}};
    };
    all.without_example["POST /e/{workspace}/reglages/reception/essai"] =
        "needs an address first; its success is judged by modules/mailbox tests";
    all.examples["ResumeAddress"] = a_refused_address;
    all.examples["ResumeMember"] = a_refused_member;
    return true;
}();

} // namespace
