#include "modules/invoices/page_test_kit.hpp"

using namespace invoices_test;

namespace
{

/// The newest first.
std::vector<mail::StoredMessage> receipts(Office& office)
{
    auto all = office.world.context(office.firm, tenancy::Actor::system())
                   .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    std::erase_if(all, [](const auto& one) { return one.template_name != "invoices.receipt"; });
    return all;
}

bool says(const mail::StoredMessage& message, std::string_view words)
{
    return message.text.find(words) != std::string::npos;
}

void pay(Office& office, const std::string& place, const std::string& amount,
         const std::string& kind = "payment")
{
    REQUIRE(office.lea.browser
                .post(place + "/paiements", {{"amount", amount},
                                             {"received_on", "2026-01-15"},
                                             {"means", "cheque"},
                                             {"kind", kind}})
                .status == 303);
}

} // namespace

TEST_CASE_ENGINES("a client is told of each payment: how much, how, when, for what, what is left")
{ // INV-055
    Office office{engine};
    const auto place = issued(office, "500");
    pay(office, place, "200");
    REQUIRE(receipts(office).size() == 1);
    const auto first = receipts(office).front();
    CHECK(first.to_email == "aurore@penhoat.example");
    CHECK(says(first, facts_of(office, place).number));
    CHECK(says(first, "200,00\u00a0€ par chèque le 15 janvier 2026"));
    CHECK(says(first, "Il reste 400,00\u00a0€ à payer"));
    pay(office, place, "400");
    REQUIRE(receipts(office).size() == 2);
    CHECK(says(receipts(office).front(), "entièrement payée"));
}

TEST_CASE_ENGINES("what a provider tells twice is told to the client once") // INV-055 INV-042
{
    Office office{engine};
    const auto place = issued(office);
    const invoices::NewPayment payment{.invoice = id_of(place),
                                       .amount = {60'000},
                                       .received_on = *base::Date::parse("2026-01-15"),
                                       .means = invoices::PaymentMeans::online,
                                       .provider = "stripe",
                                       .reference = "pi_1"};
    for (int i = 0; i < 3; ++i)
        office.as_lea().write(
            [&](WorkspaceTransaction& tx) { invoices::record_payment(tx, payment); });
    CHECK(receipts(office).size() == 1);
}

TEST_CASE_ENGINES("nobody is thanked for what is given back or taken back by the bank") // INV-055
{
    Office office{engine};
    const auto place = issued(office);
    pay(office, place, "600");
    pay(office, place, "100", "rejection");
    pay(office, place, "500", "refund");
    CHECK(receipts(office).size() == 1);
}

TEST_CASE_ENGINES("a business that switches receipts off writes none, until it wants them again")
{ // INV-055
    Office office{engine};
    const std::string page = "/e/charpentes/reglages/factures";
    const auto place = issued(office);
    REQUIRE(office.lea.browser.post(page + "/recus", {}).status == 303);
    pay(office, place, "100");
    CHECK(receipts(office).empty());
    REQUIRE(office.lea.browser.post(page + "/recus", {{"are_sent", "on"}}).status == 303);
    pay(office, place, "100");
    CHECK(receipts(office).size() == 1);
    CHECK(office.malik.browser.post(page + "/recus", {}).status == 403);
}
