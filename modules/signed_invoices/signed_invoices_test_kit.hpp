#pragma once

#include "kernel/base/text.hpp"
#include "kernel/files/test_files.hpp"
#include "modules/invoices/page_test_kit.hpp"
#include "modules/signed_invoices/request_actions.hpp"
#include "modules/signed_invoices/signed_invoices.hpp"

/// What the tests of signed invoices share; included by tests only.
namespace signed_invoices_test
{

using invoices_test::facts_of;
using invoices_test::holds;
using invoices_test::id_of;
using invoices_test::issued;
using invoices_test::Office;
using invoices_test::Typed;
using signed_invoices::Wish;
using tenancy::WorkspaceTransaction;

inline const std::string setting_page = "/e/charpentes/reglages/factures/signature";

inline std::string bytes_of(const http::Response& answer)
{
    return answer.file ? test_files::read(answer.file->path) : answer.body;
}

/// Léa issues invoices to Aurore, who has an account and receives links.
struct Counter {
    explicit Counter(db::Engine engine)
        : office(engine, {{"signed_invoices", signed_invoices::describe}}),
          aurore(office.world.add_member(office.firm, {.name = "Aurore Penhoat",
                                                       .role = "client",
                                                       .side = tenancy::Side::portal,
                                                       .client = office.aurore})),
          visitor(office.world.visitor())
    {
    }
    void wish(const std::string& wish)
    {
        REQUIRE(office.lea.browser.post(setting_page, {{"wish", wish}}).status == 303);
    }
    /// Of an invoice that Léa sees at `place`.
    static std::string portal(const std::string& place)
    {
        return "/p/charpentes/factures/" + id_of(place).text();
    }
    std::vector<mail::StoredMessage> mails()
    {
        return office.world.context(office.firm, tenancy::Actor::system())
            .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    }
    /// That of the newest mail about an invoice, as a path.
    std::string link()
    {
        const auto all = mails();
        const auto told =
            std::ranges::find(all, "invoices.issued", &mail::StoredMessage::template_name);
        REQUIRE(told != all.end());
        std::smatch found;
        REQUIRE(std::regex_search(told->text, found,
                                  std::regex{"(/p/charpentes/facture/[A-Za-z0-9_-]+)"}));
        return found[1];
    }
    std::string code()
    {
        const auto all = mails();
        CHECK(all.front().to_email == "aurore@penhoat.example");
        std::smatch found;
        REQUIRE(std::regex_search(all.front().subject, found, std::regex{"([0-9]{6})"}));
        return found[1];
    }
    static Typed signing(const http::Response& page, const std::string& code = {})
    {
        std::smatch found;
        REQUIRE(std::regex_search(page.body, found,
                                  std::regex{"name=\"shown\" value=\"([0-9a-f]{64})\""}));
        return {{"signer_name", "Aurore Penhoat"},
                {"how", "typed_name"},
                {"agreed", "on"},
                {"code", code},
                {"shown", found[1]}};
    }
    /// Aurore signs in her portal.
    http::Response sign(const std::string& place)
    {
        const auto path = portal(place) + "/signature";
        const auto page = aurore.browser.get(path);
        REQUIRE(page.status == 200);
        return aurore.browser.post(path, signing(page));
    }
    signed_invoices::Standing standing(const std::string& place)
    {
        const auto id = id_of(place);
        const auto all = office.as_lea().read(
            [&](WorkspaceTransaction& tx) { return signed_invoices::standings(tx, {id}); });
        const auto found = all.find(id);
        return found == all.end() ? signed_invoices::Standing{} : found->second;
    }
    std::string paper_hash(const std::string& place)
    {
        return base::hex(base::sha256(bytes_of(office.lea.browser.get(place + "/pdf"))));
    }

    Office office;
    test_world::Member aurore;
    test_world::Browser visitor;
};

} // namespace signed_invoices_test
