#pragma once

#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/quotes/quotes.hpp"
#include "modules/sale_documents/declared_test_kit.hpp"
#include "modules/signatures/signatures.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <regex>
#include <string>
#include <string_view>
#include <vector>

/// What the tests of quotes share; included by tests only.
namespace quotes_test
{

using tenancy::WorkspaceTransaction;
using test_world::Member;
using test_world::Typed;
using test_world::World;

inline bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

inline std::string version_in(const http::Response& page)
{
    std::smatch found;
    REQUIRE(std::regex_search(page.body, found, std::regex{"name=\"version\" value=\"([^\"]+)\""}));
    return found[1];
}

inline std::vector<test_world::Declared> with(std::vector<test_world::Declared> others)
{
    others.insert(others.begin(), {{"crm", crm::describe},
                                   sale_documents_test::settings_module(),
                                   sale_documents_test::templates_module(),
                                   {"numbering", numbering::describe},
                                   {"signatures", signatures::describe},
                                   {"quotes", quotes::describe}});
    return others;
}

/// Charpentes du Ponant: Léa writes quotes, Malik does not; Aurore and Odile are clients.
struct Office {
    explicit Office(db::Engine engine, const std::vector<test_world::Declared>& others = {})
        : world(engine, with(others)), firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea Riou", .role = "admin"})),
          malik(world.add_member(firm, {.name = "Malik Corre", .role = "employe"})),
          aurore(add_client("Aurore", "Penhoat")), odile(add_client("Odile", "Bescond"))
    {
    }

    tenancy::ClientId add_client(const std::string& first, const std::string& last)
    {
        return world.context(firm, lea.actor).write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                        .first_name = first,
                                        .last_name = last,
                                        .phone = "0261910000"});
        });
    }

    /// The address of its page.
    std::string start(const std::string& title, tenancy::ClientId client)
    {
        const auto sent = lea.browser.post(
            list, {{"client", client.text()}, {"title", title}, {"valid_until", "2026-12-20"}});
        REQUIRE(sent.status == 303);
        return std::string{sent.headers.get("Location")};
    }

    Typed head(const std::string& title = "Extension bois", const std::string& version = "1") const
    {
        return {{"client", aurore.text()},
                {"title", title},
                {"valid_until", "2026-12-20"},
                {"prices", "net"},
                {"version", version}};
    }

    const std::string list = "/e/charpentes/devis";
    World world;
    tenancy::Workspace firm;
    Member lea;
    Member malik;
    tenancy::ClientId aurore;
    tenancy::ClientId odile;
};

inline void add_line(Typed& typed, int key, const std::string& name, const std::string& quantity,
                     const std::string& price, const std::string& kind = "line")
{
    const auto line = "l" + std::to_string(key) + ".";
    const Typed fields{{line + "kind", kind},    {line + "name", name},
                       {line + "details", ""},   {line + "quantity", quantity},
                       {line + "unit", "m²"},    {line + "unit_price", price},
                       {line + "discount", "0"}, {line + "tax", "tva20"}};
    typed.insert(typed.end(), fields.begin(), fields.end());
}

/// A draft for Aurore: 500,00 before taxes, and an option of 120,00. The address of its page.
inline std::string priced_draft(Office& office, const std::string& title = "Extension bois")
{
    const auto place = office.start(title, office.aurore);
    auto typed = office.head(title);
    add_line(typed, 1, "Montage", "1", "500");
    add_line(typed, 2, "Livraison", "1", "120", "option");
    REQUIRE(office.lea.browser.post(place, typed).status == 303);
    return place;
}

inline Typed sending(const std::string& way = "mail")
{
    return {{"way", way},
            {"name", "Aurore Penhoat"},
            {"email", "aurore@penhoat.example"},
            {"valid_until", "2099-12-31"},
            {"words", "Bonne lecture."},
            {"version", "2"}};
}

/// Sent, with its paper and its mail.
inline std::string sent_quote(Office& office, const std::string& way = "mail")
{
    const auto place = priced_draft(office);
    REQUIRE(office.lea.browser.post(place + "/envoi", sending(way)).status == 303);
    office.world.run_jobs();
    return place;
}

/// About quotes, the newest first.
inline std::vector<mail::StoredMessage> mails(Office& office)
{
    auto all = office.world.context(office.firm, tenancy::Actor::system())
                   .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    std::erase_if(all, [](const auto& one) { return !one.template_name.starts_with("quotes."); });
    return all;
}

/// The address in the newest mail that leads to the quote, inside this site.
inline std::string link_in(const std::string& text)
{
    std::smatch found;
    REQUIRE(std::regex_search(text, found, std::regex{"(/p/charpentes/(offre|devis)/[\\w-]+)"}));
    return found[1];
}

} // namespace quotes_test
