#pragma once

#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/page_test_kit.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/issue_store.hpp"

/// A quote of Aurore and what is invoiced of it; included by tests only.
namespace invoices_test
{

/// Of 1 000,00 before taxes, accepted by Aurore.
inline quotes::QuoteId accepted_quote(Office& office)
{
    const auto sent =
        office.lea.browser.post("/e/charpentes/devis", {{"client", office.aurore.text()},
                                                        {"title", "Extension bois"},
                                                        {"valid_until", "2099-12-31"}});
    REQUIRE(sent.status == 303);
    const std::string place{sent.headers.get("Location")};
    REQUIRE(office.lea.browser
                .post(place, {{"client", office.aurore.text()},
                              {"title", "Extension bois"},
                              {"valid_until", "2099-12-31"},
                              {"prices", "net"},
                              {"version", "1"},
                              {"l1.kind", "line"},
                              {"l1.name", "Montage"},
                              {"l1.quantity", "1"},
                              {"l1.unit", "forfait"},
                              {"l1.unit_price", "1000"},
                              {"l1.discount", "0"},
                              {"l1.tax", "tva20"}})
                .status == 303);
    REQUIRE(office.lea.browser
                .post(place + "/envoi", {{"way", "hand"},
                                         {"name", "Aurore Penhoat"},
                                         {"email", ""},
                                         {"valid_until", "2099-12-31"},
                                         {"words", ""},
                                         {"version", "2"}})
                .status == 303);
    const auto id = *quotes::QuoteId::parse(place.substr(place.rfind('/') + 1));
    office.as_lea().write([&](WorkspaceTransaction& tx) {
        const auto issue = quotes::IssueStore{tx}.find(id).value();
        quotes::accept_quote(tx, {.quote = id, .chosen = {}, .identity = issue.identity});
    });
    return id;
}

/// The address of its page.
inline std::string part(Office& office, quotes::QuoteId quote, invoices::Share share,
                        base::Cents asked = {})
{
    const auto id = office.as_lea().write([&](WorkspaceTransaction& tx) {
        return invoices::start_from_quote(tx, quote, share, asked);
    });
    return office.list + "/" + id.text();
}

/// Issued, with its paper. The address of its page.
inline std::string issued_part(Office& office, quotes::QuoteId quote, invoices::Share share,
                               base::Cents asked)
{
    auto place = part(office, quote, share, asked);
    REQUIRE(office.lea.browser.post(place + "/emission", issuing("1")).status == 303);
    office.world.run_jobs();
    return place;
}

} // namespace invoices_test
