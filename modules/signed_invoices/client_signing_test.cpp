#include "kernel/documents/bundle.hpp"
#include "modules/signed_invoices/signed_invoices_test_kit.hpp"

using namespace signed_invoices_test;

TEST_CASE_ENGINES("a client signs an invoice in his portal, and what was issued stays as it was")
{
    Counter counter{engine}; // QUO-045 QUO-040 QUO-042
    counter.wish("required");
    const auto place = issued(counter.office);
    const auto before = counter.paper_hash(place);
    CHECK(before == facts_of(counter.office, place).paper_sha256);
    CHECK(counter.standing(place).holds_back());
    CHECK(holds(counter.office.lea.browser.get(place), "Signature attendue"));
    CHECK(holds(counter.office.lea.browser.get(counter.office.list), "Signature attendue"));
    CHECK(holds(counter.aurore.browser.get(Counter::portal(place)), "doit être signée"));
    CHECK(holds(counter.aurore.browser.get(Counter::portal(place) + "/signature"), "600,00"));

    const auto done = counter.sign(place);
    CHECK(done.status == 303);
    CHECK(counter.standing(place).signed_at.has_value());
    CHECK_FALSE(counter.standing(place).holds_back());
    const auto signed_paper = counter.aurore.browser.get(Counter::portal(place) + "/signee");
    CHECK(signed_paper.status == 200);
    CHECK(bytes_of(signed_paper).find("ETSI.CAdES.detached") != std::string::npos);
    CHECK(bytes_of(counter.office.lea.browser.get(place + "/signee")) == bytes_of(signed_paper));
    const auto inside = documents::attachment_in(bytes_of(signed_paper), "document-presente.pdf");
    REQUIRE(inside.has_value());
    CHECK(base::hex(base::sha256(*inside)) == before);
    CHECK(counter.paper_hash(place) == before);
    CHECK(facts_of(counter.office, place).paper_sha256 == before);

    const auto page = counter.office.lea.browser.get(place);
    CHECK(holds(page, "Signée le"));
    CHECK(holds(page, "par Aurore Penhoat"));
    CHECK(holds(counter.office.lea.browser.get(counter.office.list), "Signée le"));
    CHECK(holds(counter.aurore.browser.get(Counter::portal(place)), "au nom de Aurore Penhoat"));
}

TEST_CASE_ENGINES("by the link of the mail a client signs with a code, once")
{
    Counter counter{engine}; // QUO-045 QUO-046
    counter.wish("asked");
    const auto place = issued(counter.office);
    const auto path = counter.link() + "/signature";
    CHECK(holds(counter.visitor.get(counter.link()), "Nous vous demandons de signer"));
    const auto page = counter.visitor.get(path);
    REQUIRE(page.status == 200);
    CHECK(counter.visitor.post(path, Counter::signing(page)).status == 422);
    REQUIRE(counter.visitor.post(path + "/code", Counter::signing(page)).status == 200);
    const auto code = counter.code();
    auto changed = Counter::signing(page, code);
    changed.back().second = std::string(64, '0');
    CHECK(counter.visitor.post(path, changed).status == 409);
    CHECK(counter.standing(place).waits());
    CHECK(counter.visitor.post(path, Counter::signing(page, code)).status == 303);
    CHECK_FALSE(counter.standing(place).waits());
    CHECK(counter.visitor.get(counter.link() + "/signee").status == 200);
    CHECK(counter.visitor.get(path).status == 303);
    CHECK(counter.visitor.post(path, Counter::signing(page, code)).status == 303);
    CHECK(counter.visitor.get(counter.link() + "x/signature").status == 404);
}

TEST_CASE_ENGINES("an invoice that waits for its signature is paid, credited and read all the same")
{
    Counter counter{engine}; // QUO-045
    counter.wish("required");
    const auto place = issued(counter.office);
    REQUIRE(counter.office.lea.browser
                .post(place + "/paiements",
                      {{"amount", "100"}, {"received_on", "2026-01-05"}, {"means", "transfer"}})
                .status == 303);
    CHECK(facts_of(counter.office, place).balance.paid == base::Cents{10'000});
    CHECK(counter.aurore.browser.get(Counter::portal(place) + "/pdf").status == 200);
    CHECK(counter.aurore.browser.get(Counter::portal(place) + "/signee").status == 404);
    CHECK(counter.office.lea.browser.get(place + "/signee").status == 404);
    CHECK(counter.sign(place).status == 303);
}

TEST_CASE_ENGINES("a cancelled invoice is not signed any more, and a credit note never")
{
    Counter counter{engine}; // QUO-045
    counter.wish("required");
    const auto place = issued(counter.office);
    const auto page = counter.aurore.browser.get(Counter::portal(place) + "/signature");
    const auto credit = counter.office.lea.browser.post(place + "/avoir", {{"reason", "Erreur"}});
    REQUIRE(credit.status == 303);
    const std::string emission{credit.headers.get("Location")};
    const auto shown = counter.office.lea.browser.get(emission.substr(0, emission.find('?')));
    const auto typed = invoices_test::issuing(invoices_test::version_in(shown));
    REQUIRE(counter.office.lea.browser.post(emission.substr(0, emission.find('?')), typed).status ==
            303);
    counter.office.world.run_jobs();
    CHECK(facts_of(counter.office, place).is_cancelled);
    CHECK_FALSE(counter.standing(place).waits());
    const auto late =
        counter.aurore.browser.post(Counter::portal(place) + "/signature", Counter::signing(page));
    CHECK(late.status == 303);
    CHECK_FALSE(counter.standing(place).waits());
    const auto note = emission.substr(0, emission.find("/emission"));
    CHECK_FALSE(counter.standing(note).waits());
}

TEST_CASE_ENGINES("what waits for his signature stands on the home page of a client, his alone")
{
    Counter counter{engine}; // QUO-045 PTL-001
    counter.wish("asked");
    const auto place = issued(counter.office);
    const auto waiting = [](const tenancy::Context& context) {
        return context.read(
            [](WorkspaceTransaction& tx) { return signed_invoices::waiting(tx).size(); });
    };
    const auto her = counter.office.world.context(counter.office.firm, counter.aurore.actor);
    CHECK(waiting(her) == 1);
    const auto other = counter.office.as_lea().write([](WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.company_name = "Les Dunes", .phone = "0261910001"});
    });
    auto member = counter.office.world.add_member(
        counter.office.firm,
        {.name = "Odile", .role = "client", .side = tenancy::Side::portal, .client = other});
    CHECK(waiting(counter.office.world.context(counter.office.firm, member.actor)) == 0);
    CHECK(member.browser.get(Counter::portal(place) + "/signature").status == 404);
    REQUIRE(counter.sign(place).status == 303);
    CHECK(waiting(her) == 0);
}
