#include "kernel/events/events.hpp"
#include "modules/einvoicing/events.hpp"
#include "modules/einvoicing/lifecycle.hpp"
#include "modules/einvoicing/transmission_test_kit.hpp"
#include "tests/support/lifecycle_message.hpp"

using namespace transmission_test;
using einvoicing::read_lifecycle;
using test_support::lifecycle_message;
using test_support::LifecycleMessage;

namespace
{

const std::string number = "FACT-2026-0001";

void tell(Desk& desk, const std::string& flow, const std::string& bytes)
{
    desk.platform.held.push_back({.id = flow,
                                  .name = flow + ".xml",
                                  .bytes = bytes,
                                  .type = "CustomerInvoiceLC",
                                  .direction = "In"});
}

void tell(Desk& desk, const std::string& flow, const LifecycleMessage& message)
{
    tell(desk, flow, lifecycle_message(message));
}

int turned_down = 0;

} // namespace

TEST_CASE("a message of life says whose, what, why and when, by the clock of Paris") // INV-056
{
    const auto notices = read_lifecycle(lifecycle_message(
        {.number = number, .code = "210", .reason = "TX_TVA_ERR", .words = "10 % attendus"}));
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].number == number);
    CHECK(notices[0].code == "210");
    CHECK(notices[0].reason == "TX_TVA_ERR");
    CHECK(notices[0].words == "10 % attendus");
    CHECK(base::iso(notices[0].happened_at.value()) == "2026-11-20T09:15:00.000Z");
}

TEST_CASE("any bytes are a message of life, or nothing") // INV-056
{
    auto message = lifecycle_message({.number = number});
    CHECK(read_lifecycle("").empty());
    CHECK(read_lifecycle("<html/>").empty());
    CHECK(read_lifecycle(message.substr(0, message.size() / 2)).empty());
    CHECK(read_lifecycle("<!DOCTYPE a [<!ENTITY b \"c\">]>" + message).empty());
    CHECK(read_lifecycle(lifecycle_message({.number = ""})).empty());
    const auto odd = read_lifecycle(lifecycle_message({.number = number, .at = "20261399999999"}));
    REQUIRE(odd.size() == 1);
    CHECK_FALSE(odd[0].happened_at);
}

TEST_CASE_ENGINES("statuses come back on the invoice, twice or in disorder, one unreadable or not")
{
    Desk desk{engine}; // INV-056
    desk.connect();
    const auto place = desk.invoice();
    tell(desk, "c-3", {.number = number, .code = "205", .at = "20261120120000"});
    tell(desk, "c-0", "<a>");
    tell(desk, "c-1", {.number = number, .code = "200", .at = "20261120100000"});
    tell(desk, "c-2", {.number = number, .code = "299", .at = "20261120110000"});
    tell(desk, "c-9", {.number = "AUTRE-7", .code = "210", .reason = "DOUBLON", .words = "x"});
    desk.platform.unavailable = {"c-1"};
    CHECK(desk.press(settings_page + "/releve") == 303);
    desk.platform.unavailable.clear();
    CHECK(desk.press(settings_page + "/releve") == 303);
    CHECK(desk.press(settings_page + "/releve") == 303);
    CHECK(desk.history(place).size() == 4); // left, and the three that were told
    CHECK(desk.transmission(place).told == "205");
    const auto page = desk.shown(place);
    for (const char* words : {"200 · Déposée", "299 · Statut 299", "205 · Approuvée"})
        CHECK(page.find(words) != std::string::npos);
    CHECK(desk.shown(desk.office.list).find("Approuvée") != std::string::npos);
    CHECK(desk.platform.complaints.empty());
}

TEST_CASE_ENGINES(
    "what is told of another firm's invoice of the same number is set aside, and says so")
{
    Desk desk{engine}; // INV-056
    desk.connect();
    const auto place = desk.invoice();
    tell(desk, "c-1",
         {.number = number, .code = "210", .reason = "DOUBLON", .seller = "404833048"});
    tell(desk, "c-2", {.number = "AUTRE-7", .code = "205", .at = "20261120120000"});
    tell(desk, "c-3", "<a>");
    CHECK(desk.press(settings_page + "/releve") == 303);
    CHECK(desk.transmission(place).told.empty());
    CHECK(desk.history(place).size() == 1); // it left
    const auto page = desk.shown(settings_page);
    for (const char* words : {"d’une autre entreprise (SIREN 404833048)",
                              "AUTRE-7, qui n’est pas partie d’ici", "un message illisible"})
        CHECK_MESSAGE(page.find(words) != std::string::npos, words);
    tell(desk, "c-4", {.number = number, .code = "205", .at = "20261120120000"});
    CHECK(desk.press(settings_page + "/releve") == 303);
    CHECK(desk.transmission(place).told == "205");
}

TEST_CASE_ENGINES("a refusal says why and what to do, and is told once to who listens")
{
    Desk desk{engine}; // INV-056
    events::bus().on<einvoicing::IssuedInvoiceTurnedDown>(
        [](WorkspaceTransaction&, const einvoicing::IssuedInvoiceTurnedDown& fact) {
            turned_down += fact.code == "210" ? 1 : 0;
        });
    turned_down = 0;
    desk.connect();
    const auto place = desk.invoice();
    tell(desk, "c-1",
         {.number = number, .code = "210", .reason = "TX_TVA_ERR", .words = "10 % attendus"});
    CHECK(desk.press(settings_page + "/releve") == 303);
    CHECK(desk.press(settings_page + "/releve") == 303);
    CHECK(turned_down == 1);
    const auto page = desk.shown(place);
    CHECK(page.find("TX_TVA_ERR · Taux de TVA erroné") != std::string::npos);
    CHECK(page.find("10 % attendus") != std::string::npos);
    CHECK(page.find("Annulez cette facture par un avoir") != std::string::npos);
    CHECK(page.find("Renvoyer") == std::string::npos);
    CHECK(desk.office.lea.browser.post(place + "/transmission").status == 422);
}
