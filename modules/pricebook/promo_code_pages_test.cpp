#include "modules/pricebook/promo_code_test_kit.hpp"

using namespace pricebook_test;

TEST_CASE_ENGINES(
    "a code is made, told with its days and its uses, changed in its place and stopped")
{
    Promoter yard{engine}; // PRB-050
    auto& browser = yard.enora.browser;
    CHECK(holds(browser.get(codes), "Aucun code promotionnel"));
    const auto path = yard.make(yard.typed_code("Noël 2026"));
    const auto page = browser.get(path);
    CHECK(holds(page, "Personne ne s’en est encore servi."));
    CHECK(holds(browser.get(codes), "0 utilisation"));

    auto changed = yard.typed_code("Noël 2026");
    changed[2].second = "25";
    changed.emplace_back("version", "1");
    REQUIRE(browser.post(path, changed).status == 303);
    CHECK(yard.taken("noel2026", yard.aurore).percent == base::Rate{250'000});
    const auto stale = browser.post(path, changed);
    CHECK(stale.status == 409);
    CHECK(holds(stale, "Noël 2026"));

    REQUIRE(browser.post(path + "/arret").status == 303);
    CHECK(holds(browser.get(codes), "Arrêté"));
    CHECK(yard.refusal("NOEL-2026", yard.aurore) == "pricebook.refusal.code_stopped");
    REQUIRE(browser.post(path + "/arret/fin").status == 303);
    CHECK(yard.refusal("NOEL-2026", yard.aurore).empty());
}

TEST_CASE_ENGINES("a code that says too little or too much is refused at its field")
{
    Promoter yard{engine}; // PRB-050
    auto& browser = yard.enora.browser;
    for (const auto* percent : {"", "0", "101", "beaucoup"}) {
        auto typed = yard.typed_code("ETE");
        typed[2].second = percent;
        const auto refused = browser.post(codes, typed);
        CHECK(refused.status == 422);
        CHECK(holds(refused, "Salon de juin"));
    }
    auto none_off = yard.typed_code("ETE");
    none_off[1].second = "amount_off";
    CHECK(holds(browser.post(codes, none_off), "Écrivez un montant au-dessus de zéro."));
    CHECK(holds(browser.post(codes, yard.typed_code("- _")), "Écrivez au moins une lettre"));
    auto ended = yard.typed_code("ETE");
    ended[4].second = "2025-12-31";
    CHECK(holds(browser.post(codes, ended), "Cette date vient avant le début."));
    auto foreign = yard.typed_code("ETE");
    foreign.emplace_back("items", "72057594037927936");
    CHECK(browser.post(codes, foreign).status == 422);
    yard.make(yard.typed_code("Été"));
    CHECK(holds(browser.post(codes, yard.typed_code("ETE")), "Un autre code s’écrit déjà ainsi."));
}

TEST_CASE_ENGINES("a code is refused with its reason")
{
    Promoter yard{engine}; // PRB-050
    CHECK(yard.refusal("RIEN", yard.aurore) == "pricebook.refusal.code_unknown");
    auto later = yard.typed_code("DEMAIN");
    later[3].second = "2099-01-01";
    yard.make(later);
    CHECK(yard.refusal("demain", yard.aurore) == "pricebook.refusal.code_early");
    auto ended = yard.typed_code("HIER");
    ended[3].second = "2020-01-01";
    ended[4].second = "2020-02-01";
    yard.make(ended);
    CHECK(yard.refusal("hier", yard.aurore) == "pricebook.refusal.code_ended");
    auto reserved = yard.typed_code("AURORE");
    reserved.emplace_back("client", yard.aurore.text());
    yard.make(reserved);
    CHECK(yard.refusal("aurore", yard.aurore).empty());
    CHECK(yard.refusal("aurore", yard.odile) == "pricebook.refusal.code_unknown");
}

TEST_CASE_ENGINES("a code is used once a document, once a client where it says so, never too often")
{
    Promoter yard{engine}; // PRB-050
    auto typed = yard.typed_code("TROIS");
    typed.emplace_back("uses_max", "2");
    typed.emplace_back("client_uses_max", "1");
    const auto path = yard.make(typed);
    const auto code = yard.taken("trois", yard.aurore).id;
    CHECK(yard.use(code, yard.aurore, 7).empty());
    CHECK(yard.use(code, yard.aurore, 7).empty());
    CHECK(yard.refusal("trois", yard.aurore) == "pricebook.refusal.code_used");
    CHECK(yard.refusal("trois", yard.aurore, 7).empty());
    CHECK(yard.use(code, yard.aurore, 8) == "pricebook.refusal.code_used");
    CHECK(yard.use(code, yard.odile, 9).empty());
    CHECK(yard.use(code, yard.odile, 10) == "pricebook.refusal.code_exhausted");
    CHECK(yard.refusal("trois", yard.odile) == "pricebook.refusal.code_exhausted");
    const auto page = yard.enora.browser.get(path);
    CHECK(holds(page, "DEV-7"));
    CHECK(holds(page, "Odile Penhoat"));
    CHECK_FALSE(holds(page, "DEV-8"));
    CHECK(holds(yard.enora.browser.get(codes), "2 utilisations sur 2"));
}

TEST_CASE_ENGINES("twelve come for the last use of a code, and one has it")
{
    Promoter yard{engine}; // PRB-050
    auto typed = yard.typed_code("DERNIER");
    typed.emplace_back("uses_max", "1");
    yard.make(typed);
    const auto code = yard.taken("dernier", yard.aurore).id;
    std::atomic<int> used{0};
    std::atomic<int> refused{0};
    {
        std::vector<std::jthread> threads;
        for (int at = 0; at < 12; ++at)
            threads.emplace_back([&, at] {
                const auto said = yard.use(code, at % 2 == 0 ? yard.aurore : yard.odile, at + 1);
                if (said.empty()) ++used;
                if (said == "pricebook.refusal.code_exhausted") ++refused;
            });
    }
    CHECK(used == 1);
    CHECK(refused == 11);
}

TEST_CASE_ENGINES("the codes and the uses of a client follow him when two records are made one")
{
    Promoter yard{engine}; // CRM-002 PRB-050
    auto typed = yard.typed_code("AURORE");
    typed.emplace_back("client", yard.aurore.text());
    typed.emplace_back("client_uses_max", "1");
    yard.make(typed);
    CHECK(yard.use(yard.taken("aurore", yard.aurore).id, yard.aurore, 7).empty());
    const auto merge = yard.merge(yard.odile, yard.aurore);
    CHECK(yard.refusal("aurore", yard.odile) == "pricebook.refusal.code_used");
    yard.undo(yard.odile, merge);
    CHECK(yard.refusal("aurore", yard.odile) == "pricebook.refusal.code_unknown");
    CHECK(yard.refusal("aurore", yard.aurore) == "pricebook.refusal.code_used");
}
