#include "modules/invoices/page_test_kit.hpp"

using namespace invoices_test;

namespace
{

Typed paying(const std::string& amount, const std::string& on = "2026-01-15")
{
    return {{"amount", amount}, {"received_on", on}, {"means", "transfer"}, {"reference", "VIR 1"}};
}

/// « Payée », « Envoyée » in the bar of its page.
bool stands(Office& office, const std::string& place, const std::string& words)
{
    return holds(office.lea.browser.get(place), words);
}

} // namespace

TEST_CASE_ENGINES("payments recorded by hand make an invoice paid in parts, then paid") // INV-047
{
    Office office{engine};
    const auto place = issued(office);
    REQUIRE(office.lea.browser.post(place + "/paiements", paying("200")).status == 303);
    CHECK(stands(office, place, "Envoyée (partiel)"));
    CHECK(facts_of(office, place).balance.left() == base::Cents{40'000});
    REQUIRE(office.lea.browser.post(place + "/paiements", paying("400")).status == 303);
    CHECK(stands(office, place, "Payée"));
    CHECK(office.malik.browser.post(place + "/paiements", paying("1")).status == 403);
}

TEST_CASE_ENGINES(
    "a payment in the future or beyond what is due is refused at its field") // INV-047
{
    Office office{engine};
    const auto place = issued(office);
    const auto future = office.lea.browser.post(place + "/paiements", paying("1", "2099-01-01"));
    CHECK(future.status == 422);
    CHECK(holds(future, "Choisissez un jour passé"));
    const auto surplus = office.lea.browser.post(place + "/paiements", paying("700"));
    CHECK(surplus.status == 422);
    CHECK(holds(surplus, "Il ne reste que"));
    CHECK(facts_of(office, place).balance.paid == base::Cents{});
    auto kept = paying("700");
    kept.emplace_back("keeps_surplus", "on");
    REQUIRE(office.lea.browser.post(place + "/paiements", kept).status == 303);
    CHECK(facts_of(office, place).balance.left() == base::Cents{-10'000});
}

TEST_CASE_ENGINES("what a provider tells twice is one payment") // INV-042
{
    Office office{engine};
    const auto place = issued(office);
    const invoices::NewPayment payment{.invoice = id_of(place),
                                       .amount = {60'000},
                                       .received_on = *base::Date::parse("2026-01-15"),
                                       .means = invoices::PaymentMeans::online,
                                       .provider = "stripe",
                                       .reference = "pi_1"};
    const auto record = [&] {
        return office.as_lea().write(
            [&](WorkspaceTransaction& tx) { return invoices::record_payment(tx, payment); });
    };
    CHECK(record() == record());
    CHECK(facts_of(office, place).balance.paid == base::Cents{60'000});
}

TEST_CASE_ENGINES("a refund gives back at most what was kept") // INV-048
{
    Office office{engine};
    const auto place = issued(office);
    REQUIRE(office.lea.browser.post(place + "/paiements", paying("600")).status == 303);
    CHECK(holds(office.lea.browser.get(place), "<details><summary"));
    auto refund = paying("700");
    refund.emplace_back("kind", "refund");
    const auto refused = office.lea.browser.post(place + "/paiements", refund);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "<details open><summary"));
    refund.front().second = "600";
    REQUIRE(office.lea.browser.post(place + "/paiements", refund).status == 303);
    CHECK(stands(office, place, "Remboursée"));
}

TEST_CASE_ENGINES("a credit note of all that is left cancels its invoice, each leads to the other")
{ // INV-003
    Office office{engine};
    const auto place = issued(office);
    const auto part =
        office.lea.browser.post(place + "/avoir", {{"credited", "120"}, {"reason", "Retour"}});
    REQUIRE(part.status == 303);
    const auto issue_credit = [&](const http::Response& sent) {
        const std::string page{sent.headers.get("Location")};
        REQUIRE(office.lea.browser.post(page, issuing("1")).status == 303);
        office.world.run_jobs();
        return page.substr(0, page.rfind("/emission"));
    };
    const auto first = facts_of(office, issue_credit(part));
    CHECK(first.number.starts_with("AV-"));
    CHECK(first.figures.totals.gross == base::Cents{12'000});
    CHECK(facts_of(office, place).balance.left() == base::Cents{48'000});
    CHECK(holds(office.lea.browser.get(place), first.number));

    const auto rest =
        office.lea.browser.post(place + "/avoir", {{"credited", ""}, {"reason", "Erreur"}});
    REQUIRE(rest.status == 303);
    const auto second = issue_credit(rest);
    CHECK(facts_of(office, place).is_cancelled);
    CHECK(holds(office.lea.browser.get(second), facts_of(office, place).number));
    CHECK(office.lea.browser.post(place + "/avoir", {{"reason", "Encore"}}).status != 303);
}
