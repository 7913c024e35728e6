#include "modules/tickets/page_test_kit.hpp"
#include "modules/tickets/reply.hpp"

using namespace tickets_test;
using tickets::filled;
using tickets::variables_in;

namespace
{

const std::string place = "/e/vigie/reglages/reponses";

/// The number of the only reply there is, from the list of the settings.
std::string only_reply(Desk& desk)
{
    std::smatch found;
    const auto page = desk.enora.browser.get(place).body;
    REQUIRE(std::regex_search(page, found, std::regex{"/reglages/reponses/([0-9]+)\""}));
    return found[1];
}

} // namespace

TEST_CASE("a variable is one word between braces, anything else is text")
{
    CHECK(variables_in("Bonjour {client}, {numéro} et {x_1}.") ==
          std::vector<std::string>{"client", "numéro", "x_1"});
    CHECK(variables_in("{} { client } {a b} {{ {\"json\": 1} fin {").empty());
    CHECK(variables_in("{{client}}") == std::vector<std::string>{"client"});
}

TEST_CASE("what fills a variable stays what it is, whatever Markdown would make of it") // TKT-047
{
    CHECK(filled("Bonjour {Client} !", {{"client", "*L_B*"}}) == R"(Bonjour \*L\_B\* !)");
    CHECK(filled("{numéro}", {{"numero", "T-2026-00001"}}) == "T-2026-00001");
    CHECK(filled("{client}{client}", {{"client", "{client}"}}) == "{client}{client}");
    CHECK(filled("{inconnu} {", {{"client", "x"}}) == "{inconnu} {");
    CHECK(filled("{titre}", {{"titre", "a\n# b"}}) == R"(a \# b)");
}

TEST_CASE_ENGINES("a reply is written once by an admin, with variables that exist") // TKT-047
{
    Desk desk{engine};
    const auto refused = desk.enora.browser.post(
        place, {{"title", "x"}, {"body", "Bonjour {prenom}, suite à {numéro}."}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "{prenom} n’est pas une variable"));
    CHECK(holds(refused, "{client}, {numéro}, {titre}, {site}, {moi}, {entreprise}"));
    CHECK(holds(refused, "2 champs à corriger"));
    CHECK(holds(refused, "suite à {numéro}."));
    CHECK(desk.goulven.browser.get(place).status == 403);

    CHECK(desk.enora.browser.post(place, {{"title", "Accusé"}, {"body", "Bonjour {client}."}})
              .status == 303);
    const auto reply = place + "/" + only_reply(desk);
    const auto page = desk.enora.browser.get(reply);
    CHECK(holds(page, "Bonjour {client}."));
    const auto version = value_in(page, "version");
    const Typed better{
        {"title", "Accusé de réception"}, {"body", "Bien reçu."}, {"version", version}};
    CHECK(desk.enora.browser.post(reply, better).status == 303);
    const auto late = desk.enora.browser.post(
        reply, {{"title", "Accusé"}, {"body", "Trop tard."}, {"version", version}});
    CHECK(late.status == 409);
    CHECK(holds(late, "Trop tard."));
    CHECK(holds(late, "Bien reçu."));
    const Typed again{
        {"title", "Accusé"}, {"body", "Reçu."}, {"version", value_in(late, "version")}};
    CHECK(desk.enora.browser.post(reply, again).status == 303);
    CHECK(holds(desk.enora.browser.get(reply), "Reçu."));
    CHECK(desk.enora.browser.post(reply + "/retrait").status == 303);
    CHECK(desk.enora.browser.get(reply).status == 404);
}

TEST_CASE_ENGINES("a ticket fills in the reply that is picked, with or without JavaScript")
{
    Desk desk{engine}; // TKT-047
    const auto ticket = "/e/vigie/tickets/" + desk.open_request();
    CHECK_FALSE(holds(desk.goulven.browser.get(ticket), "Choisir une réponse type"));
    desk.enora.browser.post(place, {{"title", "Accusé <b>"},
                                    {"body", "Bonjour {client}, {numéro} « {titre} » à {site} : "
                                             "{moi}, {entreprise}. </textarea><b>"}});
    const auto reply = only_reply(desk);
    const auto page = desk.goulven.browser.get(ticket);
    CHECK(holds(page, "?mode=reply&amp;reponse=" + reply + "#composer-reply\""));
    CHECK(holds(page, "data-text=\"" + ticket + "/reponses/" + reply + "\""));
    CHECK(holds(page, "Accusé &lt;b&gt;"));
    CHECK_FALSE(holds(desk.goulven.browser.get(ticket + "?mode=note"), "Choisir une réponse type"));

    const std::string words = "Bonjour Malo Kervella, T-";
    const auto picked = desk.goulven.browser.get(ticket + "?mode=reply&reponse=" + reply);
    CHECK(holds(picked, words));
    CHECK(holds(picked, "Site Horizon : Goulven Tréguer, "));
    CHECK(holds(picked, "&lt;/textarea&gt;"));
    const auto text = desk.goulven.browser.get(ticket + "/reponses/" + reply);
    CHECK(holds(text, words));
    CHECK(text.headers.get("Content-Type").starts_with("text/plain"));
    CHECK(desk.goulven.browser.get(ticket + "/reponses/1").status == 404);
    CHECK(desk.goulven.browser.get(ticket + "?mode=reply&reponse=1").status == 404);
}
