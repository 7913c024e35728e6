#include "modules/crm/crm.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/numbering/numbering.hpp"
#include "tests/world/office.hpp"

#include <doctest.h>

#include <regex>

using tenancy::WorkspaceTransaction;
using test_world::holds;
using test_world::Typed;

namespace
{

/// Léa notes what is bought, and what a supplier takes back of it.
struct Office : test_world::Office {
    explicit Office(db::Engine engine)
        : test_world::Office(engine, {{"crm", crm::describe},
                                      {"numbering", numbering::describe},
                                      {"expenses", expenses::describe}})
    {
    }

    static Typed with(Typed typed, const std::string& name, const std::string& value)
    {
        for (auto& [known, old] : typed)
            if (known == name) {
                old = value;
                return typed;
            }
        typed.emplace_back(name, value);
        return typed;
    }
    Typed bought(const std::string& amount = "120,00") const
    {
        return {{"kind", "bill"},        {"spent_on", "2026-01-15"},
                {"type", "tools"},       {"description", "Lame de scie"},
                {"amount", amount},      {"tax", "tva20"},
                {"means", "bank"},       {"supplier", "Quincaillerie du Port"},
                {"category", "supplier"}};
    }
    Typed returned(const std::string& amount, const std::string& of = "") const
    {
        auto typed = with(with(bought(amount), "kind", "credit_note"), "credited", of);
        return with(typed, "description", "Lame rendue");
    }
    /// The address of its page.
    std::string record(const Typed& typed)
    {
        const auto sent = lea.browser.post(place, typed);
        REQUIRE(sent.status == 303);
        return std::string{sent.headers.get("Location")};
    }
    http::Response save(const std::string& at, const Typed& typed)
    {
        const auto page = lea.browser.get(at + "/modification").body;
        std::smatch found;
        REQUIRE(std::regex_search(page, found, std::regex{"name=\"version\" value=\"([^\"]+)\""}));
        return lea.browser.post(at, with(typed, "version", found[1]));
    }
    std::string number_of(const std::string& at)
    {
        const auto page = lea.browser.get(at).body;
        std::smatch found;
        REQUIRE(std::regex_search(page, found, std::regex{"<title>([A-Z]+-[0-9]+-[0-9]+)"}));
        return found[1];
    }
    base::Cents net()
    {
        return world.context(firm, lea.actor).read([](WorkspaceTransaction& tx) {
            base::Cents sum;
            for (const auto& one : expenses::totals(tx, *base::Date::parse("2026-01-01"),
                                                    *base::Date::parse("2026-12-31")))
                sum += one.deductible_amount();
            return sum;
        });
    }

    const std::string place = "/e/charpentes/depenses";
};

} // namespace

TEST_CASE_ENGINES("a supplier's credit note is typed as he writes it, and counts below zero")
{
    Office office{engine}; // ACC-020
    office.record(office.bought());
    const auto at = office.record(office.returned("30,00"));
    const auto page = office.lea.browser.get(at);
    CHECK(holds(page, "−30,00"));
    CHECK(holds(page, "−25,00"));
    CHECK(holds(page, "Avoir de fournisseur"));
    CHECK(holds(page, "Annuler cet avoir"));
    CHECK(holds(office.lea.browser.get(office.place), "−30,00"));
    CHECK(holds(office.lea.browser.get(office.place + "/export.csv"), "-25,00;-5,00;-30,00"));
    CHECK(office.net() == base::Cents{7'500});
    CHECK(office.lea.browser.post(office.place, office.returned("-30,00")).status == 422);

    REQUIRE(office.lea.browser.post(at + "/annulation").status == 303);
    CHECK(holds(office.lea.browser.get(at), "Annulé<"));
    CHECK(office.net() == base::Cents{10'000});
}

TEST_CASE_ENGINES("a credit note takes back what it names, and never more than is left of it")
{
    Office office{engine}; // ACC-020
    const auto bill = office.record(office.bought());
    const auto number = office.number_of(bill);
    const auto first = office.record(office.returned("100,00", number));
    CHECK(holds(office.lea.browser.get(first), bill.c_str()));
    CHECK(holds(office.lea.browser.get(bill), first.c_str()));

    const auto beyond = office.lea.browser.post(office.place, office.returned("20,01", number));
    CHECK(beyond.status == 422);
    CHECK(holds(beyond, "20,00"));
    CHECK(holds(beyond, "dépasse ce qui reste"));
    CHECK(holds(beyond, "Lame rendue"));
    CHECK(office.net() == base::Cents{10'000 - 8'333});
    office.record(office.returned("20,00", number));
    CHECK(office.net() == base::Cents{});

    CHECK(office.save(first, office.returned("100,01", number)).status == 422);
    REQUIRE(office.lea.browser.post(first + "/annulation").status == 303);
    office.record(office.returned("100,00", number));
}

TEST_CASE_ENGINES("what was taken back is neither cancelled nor made smaller than that")
{
    Office office{engine}; // ACC-020
    const auto bill = office.record(office.bought());
    const auto note = office.record(office.returned("60,00", office.number_of(bill)));
    CHECK(office.lea.browser.post(bill + "/annulation").status >= 400);
    CHECK_FALSE(holds(office.lea.browser.get(bill), "Annulée"));
    const auto smaller = office.save(bill, office.bought("59,99"));
    CHECK(smaller.status == 422);
    CHECK(holds(smaller, "en reprennent déjà"));
    CHECK(office.save(bill, Office::with(office.bought(), "kind", "credit_note")).status == 422);
    CHECK(office.save(bill, office.bought("60,00")).status == 303);
    REQUIRE(office.lea.browser.post(note + "/annulation").status == 303);
    CHECK(office.lea.browser.post(bill + "/annulation").status == 303);
}

TEST_CASE_ENGINES("what no credit note takes back is said beside its field, and nothing is written")
{
    Office office{engine}; // ACC-020
    const auto bill = office.record(office.bought());
    const auto note = office.record(office.returned("10,00"));
    const auto refused = [&](const Typed& typed, const char* words) {
        const auto answer = office.lea.browser.post(office.place, typed);
        CHECK(answer.status == 422);
        CHECK_MESSAGE(holds(answer, words), words);
        CHECK(holds(answer, "Quincaillerie du Port"));
    };
    refused(office.returned("10,00", "DEP-1999-0001"), "Aucune dépense ne porte");
    refused(office.returned("10,00", office.number_of(note)), "ni un autre avoir");
    refused(Office::with(office.bought(), "credited", office.number_of(bill)), "Seul un avoir");
    REQUIRE(office.lea.browser.post(bill + "/annulation").status == 303);
    refused(office.returned("10,00", office.number_of(bill)), "ni une dépense annulée");
    CHECK(office.net() == base::Cents{-833});
}

TEST_CASE_ENGINES("the page of an expense begins its credit note, and a wrong choice is corrected")
{
    Office office{engine}; // ACC-020
    const auto bill = office.record(office.bought());
    const auto number = office.number_of(bill);
    const auto id = bill.substr(bill.rfind('/') + 1);
    CHECK(holds(office.lea.browser.get(bill), "Noter un avoir"));
    const auto form = office.lea.browser.get(office.place + "/nouvelle?avoir_sur=" + id);
    CHECK(holds(form, number.c_str()));
    CHECK(holds(form, "Avoir sur Lame de scie"));
    CHECK(holds(form, "Pas encore déduit ni remboursé"));
    CHECK(office.lea.browser.get(office.place + "/nouvelle?avoir_sur=1").status == 404);

    const auto wrong = office.record(office.bought("30,00"));
    REQUIRE(office.save(wrong, office.returned("30,00", number)).status == 303);
    CHECK(office.net() == base::Cents{10'000 - 2'500});
    CHECK(holds(office.lea.browser.get(wrong + "/modification"), number.c_str()));
}
