#include "kernel/events/events.hpp"
#include "modules/bank/bank_actions.hpp"
#include "modules/bank/bank_test_kit.hpp"
#include "modules/privacy/events.hpp"

using namespace bank_test;

namespace
{

std::string match(const bank::Line& line, const std::string& place)
{
    return line.id.text() + ":" + id_of(place).text();
}

std::int64_t lines_of(Counter& counter)
{
    return counter.office.as_lea().read(
        [](WorkspaceTransaction& tx) { return bank::BankStore{tx}.count_waiting(); });
}

} // namespace

TEST_CASE_ENGINES("a transfer that names its invoice pays it with one click") // INV-047
{
    Counter counter{engine};
    const auto place = counter.owes();
    counter.import("15/01/2026;VIR PENHOAT " + counter.number(place) + ";600,00\n");
    const auto page = counter.get();
    CHECK(holds(page, "Numéro de facture et montant exact"));
    CHECK(holds(page, counter.number(place)));
    const auto line = counter.waiting().at(0);
    REQUIRE(counter.post(bank_page + "/confirmations", {{"only", match(line, place)}}).status ==
            303);
    CHECK(counter.left(place) == base::Cents{});
    CHECK(holds(counter.get(place), "15 janvier 2026"));
    CHECK(holds(counter.get(place), "releve.csv"));
    CHECK(lines_of(counter) == 0);
    CHECK(holds(counter.get(bank_page + "/traites"), "Rapproché"));

    const auto again = counter.post(bank_page + "/confirmations", {{"only", match(line, place)}});
    CHECK(again.status == 409);
    CHECK(holds(again, "déjà rapproché"));
    CHECK(counter.paid(place) == base::Cents{60'000});
}

TEST_CASE_ENGINES("several are confirmed at once, or none of them") // INV-047
{
    Counter counter{engine};
    const auto first = counter.owes();
    const auto second = counter.owes("100");
    counter.import("15/01/2026;" + counter.number(first) + ";600\n16/01/2026;" +
                   counter.number(second) + ";120\n");
    const auto lines = counter.waiting();
    const Typed wrong{{"transfers", match(lines[0], first)}, {"transfers", match(lines[1], first)}};
    CHECK(counter.post(bank_page + "/confirmations", wrong).status == 422);
    CHECK(counter.paid(first) == base::Cents{});
    CHECK(counter.post(bank_page + "/confirmations").status == 422);
    CHECK(counter.post(bank_page + "/confirmations", {{"only", "12:"}}).status == 422);
    const Typed both{{"transfers", match(lines[0], first)}, {"transfers", match(lines[1], second)}};
    CHECK(counter.post(bank_page + "/confirmations", both).status == 303);
    CHECK(counter.left(first) == base::Cents{});
    CHECK(counter.left(second) == base::Cents{});
}

TEST_CASE_ENGINES("the same file, and one that overlaps it, add no line twice")
{
    Counter counter{engine};
    const std::string twins = "15/01/2026;VIR PENHOAT;50\n15/01/2026;VIR PENHOAT;50\n";
    counter.import(twins);
    CHECK(lines_of(counter) == 2);
    counter.import(twins);
    counter.import(twins + "16/01/2026;VIR PENHOAT;50\n17/01/2026;EDF;-12\n");
    CHECK(lines_of(counter) == 3);
    const auto last = counter.office.as_lea().read(
        [](WorkspaceTransaction& tx) { return bank::BankStore{tx}.statements().front(); });
    CHECK(last.added == 1);
    CHECK(last.repeated == 2);
    CHECK(last.outgoing == 1);
}

TEST_CASE_ENGINES(
    "a transfer is split over invoices of a client, to the cent, or refused") // INV-047
{
    Counter counter{engine};
    const auto first = counter.owes();
    const auto second = counter.owes("100");
    counter.import("15/01/2026;VIR;700\n");
    const auto page = counter.line_page();
    const auto a = id_of(first).text();
    const auto b = id_of(second).text();
    const auto short_of = counter.post(page + "/rapprochement", {{"invoices", a}});
    CHECK(short_of.status == 422);
    CHECK(holds(short_of, "Il reste 100,00"));
    const auto unclear =
        counter.post(page + "/rapprochement", {{"invoices", a}, {"amount_" + a, "beaucoup"}});
    CHECK(unclear.status == 422);
    CHECK(holds(unclear, "value=\"beaucoup\""));
    CHECK(counter.post(page + "/rapprochement").status == 422);
    CHECK(counter.paid(first) == base::Cents{});
    const Typed split{{"invoices", a}, {"amount_" + a, "580,01"}, {"invoices", b}};
    REQUIRE(counter.post(page + "/rapprochement", split).status == 303);
    CHECK(counter.left(first) == base::Cents{1'999});
    CHECK(counter.left(second) == base::Cents{1});
    CHECK(counter.post(page + "/rapprochement", split).status == 409);
    CHECK(holds(counter.get(page), "580,01"));
}

TEST_CASE_ENGINES("what is too much is kept to the client's credit when one says so") // INV-047
{
    Counter counter{engine};
    const auto place = counter.owes();
    counter.import("15/01/2026;" + counter.number(place) + ";700\n");
    const auto page = counter.line_page();
    CHECK(holds(counter.get(), "montant à répartir"));
    REQUIRE(counter
                .post(page + "/rapprochement",
                      {{"invoices", id_of(place).text()}, {"keeps_surplus", "on"}})
                .status == 303);
    CHECK(counter.left(place) == base::Cents{-10'000});
}

TEST_CASE_ENGINES(
    "a match is taken back by rejections of its payments, and a line set aside waits again")
{
    Counter counter{engine};
    const auto place = counter.owes();
    counter.import("15/01/2026;" + counter.number(place) + ";600\n");
    const auto line = counter.waiting().at(0);
    const auto page = counter.line_page();
    CHECK(counter.post(page + "/reprise").status == 409);
    REQUIRE(counter.post(bank_page + "/confirmations", {{"only", match(line, place)}}).status ==
            303);
    REQUIRE(counter.post(page + "/reprise").status == 303);
    CHECK(counter.left(place) == base::Cents{60'000});
    CHECK(holds(counter.get(place), "Paiement rejeté"));
    REQUIRE(counter.post(page + "/sans-suite").status == 303);
    CHECK(lines_of(counter) == 0);
    CHECK(counter.post(page + "/sans-suite").status == 409);
    REQUIRE(counter.post(page + "/reprise").status == 303);
    REQUIRE(counter.post(bank_page + "/confirmations", {{"only", match(line, place)}}).status ==
            303);
    CHECK(counter.left(place) == base::Cents{});
}

TEST_CASE_ENGINES("unknown columns are asked once and remembered")
{
    Counter counter{engine};
    const auto sent = counter.send("Quand;Quoi;Combien\n15/01/2026;Penhoat;600\n");
    REQUIRE(sent.status == 303);
    const std::string columns{sent.headers.get("Location")};
    CHECK(holds(counter.get(columns), "15/01/2026"));
    CHECK(counter.post(columns, {{"column_0", "day"}, {"column_2", "amount"}}).status == 422);
    CHECK(
        counter.post(columns, {{"column_0", "label"}, {"column_1", "day"}, {"column_2", "amount"}})
            .status == 422);
    CHECK(lines_of(counter) == 0);
    CHECK(
        counter.post(columns, {{"column_0", "day"}, {"column_1", "label"}, {"column_2", "amount"}})
            .status == 303);
    CHECK(counter.get(columns).status == 404);
    CHECK(lines_of(counter) == 1);
    const auto next = counter.send("Quand;Quoi;Combien\n16/01/2026;Penhoat;700\n");
    CHECK(next.headers.get("Location") == bank_page);
    CHECK(lines_of(counter) == 2);
}

TEST_CASE_ENGINES("a file that is no statement is refused with a sentence, and nothing is written")
{
    Counter counter{engine};
    const auto refused = [&](const std::string& bytes, std::string_view sentence) {
        const auto answer = counter.send(bytes);
        CHECK(answer.status == 422);
        CHECK(holds(answer, sentence));
    };
    refused("bonjour", "pas un relevé que nous comprenons");
    refused("<Document/>", "pas un relevé que nous comprenons");
    refused("Date;Libellé;Montant;Devise\n15/01/2026;a;1;USD\n", "autre monnaie");
    refused(std::string(bank::statement_bytes_max + 1, 'a'), "trop gros");
    CHECK(counter.post(bank_page).status == 422);
    CHECK(holds(counter.get(), "Aucun virement à rapprocher"));
    CHECK_FALSE(holds(counter.get(), "Relevés importés"));
}

TEST_CASE_ENGINES("invoices are found by number, client or title")
{
    Counter counter{engine};
    const auto first = counter.owes();
    const auto second = counter.owes("100");
    counter.import("15/01/2026;VIR;700\n");
    const auto found = counter.get(counter.line_page() + "?q=" + counter.number(second));
    CHECK(holds(found, "amount_" + id_of(second).text()));
    CHECK_FALSE(holds(found, "amount_" + id_of(first).text()));
    CHECK(holds(counter.get(counter.line_page() + "?q=zzz"), "Aucune facture trouvée"));
}

TEST_CASE_ENGINES("who is erased is named no more by the lines that paid his invoices")
{
    Counter counter{engine};
    const auto place = counter.owes();
    counter.import("15/01/2026;VIR MME PENHOAT " + counter.number(place) + ";600\n");
    const auto line = counter.waiting().at(0);
    REQUIRE(counter.post(bank_page + "/confirmations", {{"only", match(line, place)}}).status ==
            303);
    const auto name = facts_of(counter.office, place).parties.client.name;
    counter.office.as_lea().write([&](WorkspaceTransaction& tx) {
        events::publish(tx, privacy::PersonErased{.membership = {}, .email = {}, .name = name});
    });
    const auto page = counter.get(bank_page + "/" + line.id.text());
    CHECK_FALSE(holds(page, "VIR MME"));
    CHECK(holds(page, "600,00"));
    counter.import("15/01/2026;VIR MME PENHOAT " + counter.number(place) + ";600\n");
    CHECK(lines_of(counter) == 0);
}

TEST_CASE_ENGINES("only who records payments sees the bank")
{
    Counter counter{engine};
    counter.import("15/01/2026;VIR;700\n");
    auto& malik = counter.office.malik.browser;
    CHECK(malik.get(bank_page).status == 403);
    CHECK(malik.get(counter.line_page()).status == 403);
    CHECK(malik.post(counter.line_page() + "/sans-suite").status == 403);
    CHECK(lines_of(counter) == 1);
}
