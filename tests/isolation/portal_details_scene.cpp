#include "kernel/mail/mail.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/portal_details_actions.hpp"
#include "modules/crm/portal_details_store.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

std::int64_t version_of(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    return crm::ClientStore{tx}.find(client).value().version;
}

/// What the client asks of his own record.
void ask(Scene& scene, const char* field, const std::string& value)
{
    scene.as(scene.client).write([&](WorkspaceTransaction& tx) {
        crm::change_my_details(tx, {{.field = field, .value = value}},
                               version_of(tx, scene.client.actor.client));
    });
}

/// The link to a new address of the client's business.
Subject an_address_link(Scene& scene)
{
    static int made = 0;
    const auto address = "lien-" + std::to_string(++made) + "@marque.example";
    // A client asks for five addresses a day at most.
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        crm::PortalDetailsStore{tx}.forget_of(scene.client.membership);
    });
    ask(scene, "email", address);
    const auto mails =
        scene.as(scene.admin).read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    for (const auto& message : mails) {
        if (message.to_email != address) continue;
        const std::string before{"/informations/adresse/"};
        const auto at = message.text.find(before) + before.size();
        const auto end = message.text.find_first_of(" \n\r", at);
        return {.path = {{"token", message.text.substr(at, end - at)}}, .ids = {}};
    }
    FAIL("no link was sent to " << address);
    return {};
}

/// A change that waits on the client's record.
Subject a_change(Scene& scene)
{
    const auto client = scene.client.actor.client;
    scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        crm::save_field_uses(tx, {{"delivery_address", crm::FieldUse::approve}});
    });
    static int made = 0;
    ask(scene, "delivery_address",
        std::to_string(++made) + " rue " + std::string{isolation::marker} + "\n29900\nConcarneau");
    const auto id = scene.as(scene.admin).read([&](WorkspaceTransaction& tx) {
        return crm::PortalDetailsStore{tx}.waiting(client).back().id;
    });
    return {.path = {{"id", client.text()}, {"change", id.text()}},
            .ids = {{"client", client.text()}}};
}

Typed own_details(Scene& scene, const Subject&)
{
    const auto version = scene.as(scene.client).read([&](WorkspaceTransaction& tx) {
        return version_of(tx, scene.client.actor.client);
    });
    return {{"phone", "02 61 91 00 07"}, {"version", std::to_string(version)}};
}

/// Nothing to find: the page is there where the business shows colleagues to each other.
Subject seen_colleagues(Scene& scene)
{
    scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        crm::save_field_uses(tx, {{std::string{crm::colleagues_code}, crm::FieldUse::read}});
    });
    return {.path = {}, .ids = {}};
}

Typed an_invited_colleague(Scene& scene, const Subject&)
{
    scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        crm::save_field_uses(tx, {{std::string{crm::colleagues_code}, crm::FieldUse::edit}});
    });
    static int made = 0;
    return {{"name", "Yann Corre"}, {"email", "y" + std::to_string(++made) + "@marque.example"}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["address_link"] = an_address_link;
    all.subjects["portal_change"] = a_change;
    all.examples["SaveMyDetails"] = own_details;
    all.examples["SettleChange"] = [](Scene&, const Subject&) {
        return Typed{{"decision", "refuse"}, {"reason", "Envoyez d’abord un justificatif."}};
    };
    all.examples["SavePortalFields"] = [](Scene&, const Subject&) {
        Typed typed;
        for (const auto& field : crm::portal_fields)
            typed.emplace_back(field.code, "read");
        typed.emplace_back(crm::colleagues_code, "hidden");
        return typed;
    };
    all.by_route["GET /p/{workspace}/informations/collegues"] = seen_colleagues;
    all.examples["InviteColleague"] = an_invited_colleague;
    return true;
}();

} // namespace
