#include "kernel/files/test_files.hpp"
#include "modules/einvoicing/reception_test_kit.hpp"

using namespace einvoicing_test;
using einvoicing::InvoiceState;
using einvoicing::ReceptionState;

namespace
{

std::vector<einvoicing::SupplierInvoiceFacts> told;

void note(WorkspaceTransaction&, const einvoicing::SupplierInvoiceReceived& fact)
{
    told.push_back(fact.facts);
}

} // namespace

TEST_CASE_ENGINES("a poisoned file among a hundred is quarantined and holds up no other")
{
    Office office{engine}; // INV-056
    std::vector<test_world::Sent> sent;
    for (int i = 1; i <= 99; ++i)
        sent.push_back({"f" + std::to_string(i) + ".xml", ubl("F-" + std::to_string(i))});
    sent.insert(sent.begin() + 50, {"poison.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><Invoice>&x;"});
    CHECK(office.send(sent) == 303);
    CHECK(office.invoices().size() == 99);
    const auto quarantined = office.in_state(ReceptionState::quarantined);
    REQUIRE(quarantined.size() == 1);
    CHECK(quarantined.front().name == "poison.xml");
    CHECK(office.in_state(ReceptionState::reading).empty());

    const auto list = office.lea.browser.get(list_page);
    CHECK(holds(list, "1 fichier n’a pas été compris."));
    const auto sorting = office.lea.browser.get("/e/charpentes/factures-recues/a-trier");
    CHECK(holds(sorting, "poison.xml"));
    CHECK(holds(sorting, quarantined.front().file_id->text()));
    sent.push_back({"f101.xml", ubl("F-101")});
    const auto refused = office.lea.browser.post_files(list_page, {}, sent);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "100 fichiers au plus"));
}

TEST_CASE_ENGINES("the original is given back as it came, with its SHA-256, to who may read it")
{
    Office office{engine}; // INV-056
    const auto bytes = paper("F-1");
    office.send({{"Facture mars.pdf", bytes}});
    REQUIRE(office.invoices().size() == 1);
    const auto one = office.invoices().front();
    CHECK(one.gross == base::Cents{15'516});
    CHECK(one.due_on->text() == "2026-04-01");
    const auto page = office.lea.browser.get(office.page_of(one));
    CHECK(holds(page, base::hex(base::sha256(bytes))));
    CHECK(holds(page, "Facture mars.pdf"));
    CHECK(holds(page, "TVA 5,5"));
    CHECK(holds(page, "Main-d’œuvre"));
    const auto file = office.in_state(ReceptionState::understood).front().file_id.value();
    office.house().read([&](WorkspaceTransaction& tx) {
        CHECK(files::readable_file(tx, file).sha256 == base::hex(base::sha256(bytes)));
    });
    CHECK(office.malik.browser.get(list_page).status == 403);
    auto stranger = office.world.context(office.firm, office.malik.actor);
    stranger.read([&](WorkspaceTransaction& tx) {
        CHECK_THROWS_AS(files::readable_file(tx, file), base::Forbidden);
    });
}

TEST_CASE_ENGINES("the same number of the same supplier is received once, whatever it came in")
{
    Office office{engine}; // INV-056
    told.clear();
    events::bus().on<einvoicing::SupplierInvoiceReceived>(note);
    office.send({{"a.pdf", paper("F-1")}, {"a.xml", ubl("F-1")}});
    office.send({{"again.pdf", paper("F-1")}});
    CHECK(office.invoices().size() == 1);
    CHECK(told.size() == 1);
    CHECK(told.front().supplier_siren == "732829320");
    const auto repeated = office.in_state(ReceptionState::repeated);
    REQUIRE(repeated.size() == 2);
    const std::string sorting = "/e/charpentes/factures-recues/a-trier";
    CHECK(holds(office.lea.browser.get(sorting), "déjà reçue"));
    CHECK(holds(office.lea.browser.get(sorting), office.page_of(office.invoices().front())));
    const auto row = sorting + "/" + repeated.front().id.text();
    CHECK(office.lea.browser.post(row + "/retrait").status == 303);
    CHECK(office.lea.browser.post(row + "/retrait").status == 409);
    CHECK(office.in_state(ReceptionState::repeated).size() == 1);
}

TEST_CASE_ENGINES("what may not be kept is turned away by name, and what was not read can be again")
{
    Office office{engine}; // INV-056
    office.send({{"tool.exe", "MZ\x90"}, {"page.html", "<html><script>"}, {"m.xml", "<?xml ?"}});
    CHECK(office.invoices().empty());
    CHECK(office.in_state(ReceptionState::quarantined).size() == 3);
    const std::string sorting = "/e/charpentes/factures-recues/a-trier";
    const auto page = office.lea.browser.get(sorting);
    CHECK(holds(page, "tool.exe"));
    CHECK_FALSE(holds(page, "<script>alert"));
    for (const auto& one : office.in_state(ReceptionState::quarantined)) {
        const auto answer = office.lea.browser.post(sorting + "/" + one.id.text() + "/relecture");
        CHECK(answer.status == (one.file_id ? 303 : 422));
    }
    CHECK(office.in_state(ReceptionState::reading).size() == 1);
    office.world.run_jobs();
    CHECK(office.in_state(ReceptionState::quarantined).size() == 3);
    CHECK(office.lea.browser.post_files(list_page, {}, {}).status == 422);
}

TEST_CASE_ENGINES("an invoice is accepted or refused with a reason, then paid, once")
{
    Office office{engine}; // INV-056
    office.send({{"a.xml", ubl("F-1")}, {"b.xml", ubl("F-2")}});
    const auto both = office.invoices();
    REQUIRE(both.size() == 2);
    auto& browser = office.lea.browser;
    const auto first = office.page_of(both[0]);
    CHECK(browser.post(first + "/paiement", {{"paid_on", "2026-03-05"}}).status == 409);
    CHECK(browser.post(first + "/acceptation").status == 303);
    const auto late = browser.post(first + "/refus", {{"reason", "doublon"}, {"words", ""}});
    CHECK(late.status == 409);
    CHECK(holds(late, "Un collègue vient de décider"));
    CHECK(browser.post(first + "/paiement", {{"paid_on", "2020-01-01"}}).status == 422);
    CHECK(browser.post(first + "/paiement", {{"paid_on", "2026-03-05"}}).status == 303);

    const auto second = office.page_of(both[1]);
    CHECK(browser.post(second + "/refus", {{"reason", "inventé"}, {"words", ""}}).status == 422);
    CHECK(browser.post(second + "/refus", {{"reason", ""}, {"words", ""}}).status == 422);
    CHECK(
        browser.post(second + "/refus", {{"reason", "cmd_err"}, {"words", "Laquelle ?"}}).status ==
        303);
    CHECK(holds(browser.get(second), "CMD_ERR"));
    CHECK(office.invoices()[0].state == InvoiceState::paid);
    CHECK(office.invoices()[1].state == InvoiceState::refused);
    CHECK(holds(browser.get(std::string{list_page} + "?etat=refused"), "F-"));
    CHECK(holds(browser.get(std::string{list_page} + "?q=introuvable"), "Aucune facture ne"));
    CHECK(office.malik.browser.post(second + "/acceptation").status == 403);
}

TEST_CASE_ENGINES("a supplier's credit note is said as one: accepted or refused, and refunded")
{
    Office office{engine}; // INV-056
    office.send({{"avoir.xml", sample("good-cii-creditnote-381.xml")}});
    REQUIRE(office.invoices().size() == 1);
    auto& browser = office.lea.browser;
    const auto at = office.page_of(office.invoices().front());
    const auto says = [&](std::initializer_list<const char*> words) {
        const auto page = browser.get(at);
        for (const auto* one : words)
            CHECK_MESSAGE(holds(page, one), one);
        for (const auto* one : {"Payée", "Acceptée", "Refusée", "Reçue", "Refuser cette facture",
                                "Reste à payer", "Adressée", "Ce que dit la facture"})
            CHECK_MESSAGE(!holds(page, one), one);
    };
    says({"Reçu ", "Refuser cet avoir", "Reste à déduire", "Ce que dit l’avoir"});
    REQUIRE(browser.post(at + "/acceptation").status == 303);
    says({"Accepté<", "Accepté par", "Déduit ou remboursé le"});
    REQUIRE(browser.post(at + "/paiement", {{"paid_on", "2026-03-05"}}).status == 303);
    says({"Remboursé<", "remboursement noté"});
    CHECK(holds(browser.get(list_page), "Remboursé<"));
}
