#pragma once

#include "kernel/auth/memberships.hpp"
#include "kernel/base/text.hpp"
#include "kernel/mail/intake.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/identity/identity.hpp"
#include "modules/mailbox/mailbox.hpp"
#include "modules/mailbox/received_store.hpp"
#include "modules/tickets/page_test_kit.hpp"

/// What the tests of mail that comes in share; included by tests only.
namespace mailbox_test
{

using mail::Taken;
using tenancy::WorkspaceTransaction;
using tickets_test::holds;
using tickets_test::Member;
using tickets_test::value_in;

inline constexpr const char* box_page = "/e/vigie/reglages/reception";
inline constexpr std::string_view photo =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==";

/// The right of another module, not part of this world.
inline void declare_settings(kernel::Module& module)
{
    module.permission("workspace.settings", "settings.permission.settings");
}

/// The desk of Vigie, whose mailbox is connected; Malo has asked for something.
struct Post {
    explicit Post(db::Engine engine)
        : world(engine, {{"identity", identity::describe},
                         {"crm", crm::describe},
                         {"projects", projects::describe},
                         {"tickets", tickets::describe},
                         {"settings", declare_settings},
                         {"mailbox", mailbox::describe}}),
          vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora Le Bihan", .role = "admin"})),
          goulven(world.add_member(vigie, {.name = "Goulven Tréguer", .role = "technicien"})),
          client(house().write([](WorkspaceTransaction& tx) {
              return crm::add_client(
                  tx, {.company_name = "Kervella Alarmes", .email = "accueil@kervella.example"});
          })),
          malo(world.add_member(vigie, {.name = "Malo Kervella",
                                        .role = "client",
                                        .side = tenancy::Side::portal,
                                        .client = client}))
    {
        project = add_project("Site Horizon");
    }

    tenancy::Context house() { return world.context(vigie, tenancy::Actor::system()); }
    projects::ProjectId add_project(const std::string& name)
    {
        return house().write([&](WorkspaceTransaction& tx) {
            const auto id = projects::add_project(tx, {.name = name});
            projects::assign_client(tx, id, client);
            return id;
        });
    }
    /// By the test message, as an admin does.
    void connect()
    {
        enora.browser.post(box_page, {{"address", "support@vigie.example"},
                                      {"trusted_server", "mx.vigie.example"}});
        enora.browser.post(std::string{box_page} + "/essai");
        CHECK(take(letter("support@vigie.example", "Essai", "Automatique"), newest().to_email) ==
              Taken::kept);
    }
    std::string open_request()
    {
        auto who = world.context(vigie, malo.actor);
        return who
            .write([&](WorkspaceTransaction& tx) {
                return tickets::open_ticket(tx, {.title = "Caméra 4 hors ligne",
                                                 .description = "Depuis ce matin.",
                                                 .project = project,
                                                 .client = client});
            })
            .number;
    }
    mail::StoredMessage newest()
    {
        return house().read([](WorkspaceTransaction& tx) { return mail::recent(tx).front(); });
    }
    /// Where the newest mail to Malo says an answer goes.
    std::string answer_address(); // in delivery_test.cpp
    static std::string letter(const std::string& from, const std::string& subject,
                              const std::string& text, const std::string& headers = {})
    {
        return "From: <" + from + ">\r\nTo: support@vigie.example\r\nSubject: " + subject + "\r\n" +
               headers + "\r\n" + text + "\r\n";
    }
    Taken take(const std::string& bytes, const std::string& to = "support@vigie.example",
               std::optional<std::string> from = {})
    {
        auto context = house();
        return mail::deliver(context, {.bytes = bytes, .to = to, .from = std::move(from)});
    }
    std::vector<mailbox::Received> waiting()
    {
        return house().read(
            [](WorkspaceTransaction& tx) { return mailbox::ReceivedStore{tx}.waiting(); });
    }
    std::string why(const mailbox::Received& mail)
    {
        return std::string{forms::enum_name(mail.why)};
    }
    std::string page_of(const std::string& number)
    {
        return enora.browser.get("/e/vigie/tickets/" + number).body;
    }
    bool is_in(const std::string& number, std::string_view words)
    {
        return page_of(number).find(words) != std::string::npos;
    }

    test_world::World world;
    tenancy::Workspace vigie;
    Member enora;
    Member goulven;
    tenancy::ClientId client;
    Member malo;
    projects::ProjectId project;
};

} // namespace mailbox_test
