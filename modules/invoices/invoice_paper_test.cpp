#include "modules/invoices/invoice_paper.hpp"

#include <doctest.h>

#include <algorithm>

using namespace invoices;

namespace
{

InvoicePaper paper_for(Buyer buyer)
{
    return {.invoice = {.title = "Charpente du hangar",
                        .number = "FACT-2026-0001",
                        .issued_on = base::Date::parse("2026-11-22")},
            .parties = {.business = {.legal_name = "Charpentes du Trégor SARL"},
                        .client = {.name = "Menuiserie Kerbrat",
                                   .contact = {},
                                   .lines = {"12 quai du Bosquet", "22700 Perros-Guirec"}}},
            .buyer = std::move(buyer),
            .terms = {.iban = "FR7630006000011234567890189", .holder = "Charpentes du Trégor SARL"},
            .from = {.name = "Charpentes du Trégor"},
            .made_at = base::parse_iso("2026-11-22T09:00:00Z").value()};
}

std::vector<std::string> client_in(const documents::Document& document)
{
    for (const auto& block : document.body)
        if (const auto* parties = std::get_if<documents::Parties>(&block)) return parties->to;
    return {};
}

bool says(const documents::Document& document, std::string_view words)
{
    return std::ranges::any_of(document.body, [&](const documents::Block& block) {
        const auto* paragraph = std::get_if<documents::Paragraph>(&block);
        return paragraph != nullptr && paragraph->words.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("the paper for a business says its numbers, and the account as banks print it") // INV-001
{
    const auto document = paper_of(
        paper_for({.is_business = true, .siren = "732829320", .vat_number = "FR44732829320"}));
    const auto client = client_in(document);
    CHECK(std::ranges::find(client, "SIREN 732829320") != client.end());
    CHECK(std::ranges::find(client, "N° de TVA FR44732829320") != client.end());
    CHECK(says(document, "FR76 3000 6000 0112 3456 7890 189"));
}

TEST_CASE("the paper for a person says no number") // INV-001
{
    const auto client = client_in(paper_of(paper_for({.siren = "732829320"})));
    CHECK(client == std::vector<std::string>{"Menuiserie Kerbrat", "12 quai du Bosquet",
                                             "22700 Perros-Guirec"});
}
