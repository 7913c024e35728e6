#include "modules/invoices/quote_test_kit.hpp"

using namespace invoices_test;

namespace
{

std::vector<mail::StoredMessage> link_mails(Office& office)
{
    auto all = office.world.context(office.firm, tenancy::Actor::system())
                   .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    std::erase_if(all,
                  [](const auto& one) { return one.template_name != "invoices.payment_link"; });
    return all;
}

/// The address that a page shows to be copied, inside this site.
std::string link_in(const std::string& body)
{
    std::smatch found;
    REQUIRE(std::regex_search(body, found, std::regex{"(/p/charpentes/facture/[\\w-]+)"}));
    return found[1];
}

http::Response pay(Office& office, const std::string& place, const std::string& amount)
{
    return office.lea.browser.post(
        place + "/paiements",
        {{"amount", amount}, {"received_on", "2026-01-15"}, {"means", "transfer"}});
}

const std::string copy = "Copier le lien de paiement";

} // namespace

TEST_CASE_ENGINES("the link of a deposit opens its page without an account, and goes by mail")
{ // INV-041
    Office office{engine};
    const auto place =
        issued_part(office, accepted_quote(office), invoices::Share::deposit, {36'000});
    auto& lea = office.lea.browser;
    const auto page = lea.get(place);
    REQUIRE(holds(page, copy));
    auto visitor = office.world.visitor();
    CHECK(holds(visitor.get(link_in(page.body)), facts_of(office, place).number));

    CHECK(holds(lea.get(place + "/lien"), "aurore@penhoat.example"));
    const auto wrong = lea.post(place + "/lien", {{"email", "compta chez marque"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "compta chez marque"));
    CHECK(link_mails(office).empty());
    CHECK(lea.post(place + "/lien", {{"email", "compta@penhoat.example"}}).status == 303);
    const auto sent = link_mails(office);
    REQUIRE(sent.size() == 1);
    CHECK(sent.front().to_email == "compta@penhoat.example");
    CHECK(sent.front().subject.find("Votre acompte à régler") != std::string::npos);
    CHECK(sent.front().text.find("360,00") != std::string::npos);
}

TEST_CASE_ENGINES("the link of a balance appears once its deposit is paid") // INV-041
{
    Office office{engine};
    const auto quote = accepted_quote(office);
    const auto deposit = issued_part(office, quote, invoices::Share::deposit, {36'000});
    const auto balance = issued_part(office, quote, invoices::Share::balance, {});
    const auto number = facts_of(office, deposit).number;
    auto& lea = office.lea.browser;
    const auto waiting = "Le lien de paiement du solde apparaîtra une fois l’acompte " + number;
    CHECK(holds(lea.get(balance), waiting));
    CHECK_FALSE(holds(lea.get(balance), copy));
    const auto quote_page = "/e/charpentes/devis/" + quote.text();
    CHECK(holds(lea.get(quote_page), waiting));
    CHECK(holds(lea.get(quote_page), copy)); // of the deposit
    const auto early = lea.post(balance + "/lien", {{"email", "aurore@penhoat.example"}});
    CHECK(early.status == 422);
    CHECK(holds(early, number));
    CHECK(link_mails(office).empty());

    REQUIRE(pay(office, deposit, "100").status == 303);
    CHECK_FALSE(holds(lea.get(balance), copy));
    REQUIRE(pay(office, deposit, "260").status == 303);
    CHECK(holds(lea.get(balance), copy));
    CHECK_FALSE(holds(lea.get(deposit), copy));
    CHECK_FALSE(holds(lea.get(quote_page), waiting));
    CHECK(lea.post(balance + "/lien", {{"email", "aurore@penhoat.example"}}).status == 303);
    REQUIRE(link_mails(office).size() == 1);
    CHECK(link_mails(office).front().subject.find("Votre solde à régler") != std::string::npos);
}

TEST_CASE_ENGINES("the link of a balance waits no more for a deposit that was waived") // INV-041
{
    Office office{engine};
    const auto quote = accepted_quote(office);
    const auto deposit = issued_part(office, quote, invoices::Share::deposit, {36'000});
    const auto balance = issued_part(office, quote, invoices::Share::balance, {});
    const auto credit =
        office.lea.browser.post(deposit + "/avoir", {{"credited", ""}, {"reason", "Renoncé"}});
    REQUIRE(credit.status == 303);
    const std::string place{credit.headers.get("Location")};
    REQUIRE(office.lea.browser.post(place, issuing("1")).status == 303);
    CHECK(holds(office.lea.browser.get(balance), copy));
}

TEST_CASE_ENGINES("a link goes five times an hour, by who writes invoices, while something is due")
{ // INV-041
    Office office{engine};
    const auto place = issued(office);
    auto& lea = office.lea.browser;
    const Typed to{{"email", "aurore@penhoat.example"}};
    CHECK(office.malik.browser.get(place + "/lien").status == 403);
    CHECK(office.malik.browser.post(place + "/lien", to).status == 403);
    for (int i = 0; i < 5; ++i)
        CHECK(lea.post(place + "/lien", to).status == 303);
    const auto refused = lea.post(place + "/lien", to);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "réessayez dans une heure"));
    CHECK(link_mails(office).size() == 5);
    REQUIRE(pay(office, place, "600").status == 303);
    CHECK_FALSE(holds(lea.get(place), copy));
    CHECK(lea.get(place + "/lien").status == 303);
}
