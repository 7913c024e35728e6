#include "modules/pricebook/book_test_kit.hpp"

#include <doctest.h>

using pricebook_test::holds;
using pricebook_test::item_id;
using pricebook_test::place;
using pricebook_test::Yard;
using test_world::Typed;

TEST_CASE_ENGINES("a draft becomes the prices, and a new one changes nothing until it does")
{
    Yard yard{engine}; // PRB-001 PRB-002
    CHECK(holds(yard.enora.browser.get(place), "Pas encore de tarifs"));
    yard.make_draft();
    yard.add("heure-atelier", "60");
    CHECK_FALSE(holds(yard.enora.browser.get(place), "60,00"));
    yard.activate();
    CHECK(holds(yard.enora.browser.get(place), "60,00\u00a0€/h"));

    yard.make_draft();
    const auto item = item_id(yard);
    auto dearer = yard.typed("heure-atelier", "65,5");
    dearer.emplace_back("version", yard.item_revision(item));
    CHECK(yard.enora.browser.post(place + "/brouillon/articles/" + item, dearer).status == 303);
    CHECK(holds(yard.enora.browser.get(place), "60,00"));
    CHECK_FALSE(holds(yard.enora.browser.get(place), "65,50"));
    const auto compared = yard.enora.browser.get(place + "/brouillon/activation");
    CHECK(holds(compared, "Modifié"));
    CHECK(holds(compared, "<strong>65,50"));
    yard.activate();
    CHECK(holds(yard.enora.browser.get(place), "65,50"));
    const auto versions = yard.enora.browser.get(place + "/versions");
    CHECK(holds(versions, "Archivée"));
    CHECK(holds(versions, "copie de la version 1"));
    const auto changes = yard.enora.browser.get(place + "/modifications");
    CHECK(holds(changes, "60,00\u00a0€ → <strong>65,50"));
    CHECK(holds(changes, "Enora Le Bihan"));
}

TEST_CASE_ENGINES("an older version comes back as a draft, with its prices")
{
    Yard yard{engine}; // PRB-002
    yard.make_draft();
    yard.add("heure-atelier", "60");
    yard.activate();
    yard.make_draft();
    yard.add("deplacement", "0,6512");
    yard.activate();
    const auto versions = yard.enora.browser.get(place + "/versions").body;
    const auto mark = versions.rfind("/versions/") + std::string{"/versions/"}.size();
    const auto first = versions.substr(mark, versions.find('"', mark) - mark);
    CHECK(yard.enora.browser.post(place + "/versions/" + first + "/reprise").status == 303);
    const auto draft = yard.enora.browser.get(place + "/brouillon");
    CHECK(holds(draft, "heure-atelier"));
    CHECK_FALSE(holds(draft, "deplacement"));
    CHECK(yard.enora.browser.post(place + "/versions/" + first + "/reprise").status == 409);
    CHECK(yard.enora.browser.post(place + "/brouillon/abandon").status == 303);
    CHECK(holds(yard.enora.browser.get(place + "/brouillon"), "Aucun brouillon"));
    CHECK(yard.enora.browser.post(place + "/brouillon/abandon").status == 409);
}

TEST_CASE_ENGINES("what is wrong is said beside its field, and nothing is written")
{
    Yard yard{engine};
    yard.make_draft();
    yard.add("heure-atelier", "60");
    const auto articles = place + "/brouillon/articles";
    const auto refused = [&](const Typed& typed, const char* sentence) {
        const auto answer = yard.enora.browser.post(articles, typed);
        CHECK(answer.status == 422);
        CHECK_MESSAGE(holds(answer, sentence), sentence);
        CHECK(holds(answer, "Heure d’atelier"));
    };
    refused(yard.typed("autre", "-5"), "Écrivez un nombre positif, ou zéro");
    refused(yard.typed("autre", "1,23456"), "4 au plus");
    refused(yard.typed("autre", "1,500"), "se lire de deux façons");
    refused(yard.typed("autre", ""), "Écrivez un prix");
    refused(yard.typed("HEURE-atelier", "12"), "a déjà ce code");
    refused(yard.typed("heure d’été", "12"), "lettres sans accent");
    const auto draft = yard.enora.browser.get(place + "/brouillon");
    CHECK_FALSE(holds(draft, "autre"));
    CHECK(yard.enora.browser
              .post(place + "/brouillon/categories",
                    {{"category", "Atelier"}, {"new_name", "Charpente"}})
              .status == 303);
    CHECK(holds(yard.enora.browser.get(place + "/brouillon"), "Charpente"));
}

TEST_CASE_ENGINES("of two people who activate one draft, the second is refused and loses nothing")
{
    Yard yard{engine};
    yard.make_draft();
    yard.add("heure-atelier", "60");
    const auto path = place + "/brouillon/activation";
    const auto revision = yard.revision();
    yard.add("deplacement", "0,65");
    const auto stale = yard.enora.browser.post(path, {{"start", "today"}, {"revision", revision}});
    CHECK(stale.status == 409);
    CHECK(holds(stale, "pendant que vous le compariez"));
    const Typed whole{{"start", "today"}, {"revision", yard.revision()}};
    CHECK(yard.enora.browser.post(path, whole).status == 303);
    const auto second = yard.maelle.browser.post(path, whole);
    CHECK(second.status == 409);
    CHECK(holds(second, "Ce brouillon n’existe plus"));
}

TEST_CASE_ENGINES("what was seen of one draft is refused by the next, which has the same items")
{
    Yard yard{engine};
    yard.make_draft();
    yard.add("heure-atelier", "60");
    const auto item = item_id(yard);
    auto seen = yard.typed("heure-atelier", "55");
    seen.emplace_back("version", yard.item_revision(item));
    const auto compared = yard.revision();
    yard.activate();
    yard.make_draft();
    const auto path = place + "/brouillon/articles/" + item;
    CHECK(yard.maelle.browser.post(path, seen).status == 409);
    CHECK(yard.enora.browser.post(place + "/brouillon/abandon").status == 303);
    yard.make_draft();
    const Typed old{{"start", "today"}, {"revision", compared}};
    CHECK(yard.maelle.browser.post(place + "/brouillon/activation", old).status == 409);
    seen.back().second = yard.item_revision(item);
    CHECK(yard.maelle.browser.post(path, seen).status == 303);
}

TEST_CASE_ENGINES("two people who save one item lose nothing")
{
    Yard yard{engine};
    yard.make_draft();
    yard.add("heure-atelier", "60");
    const auto path = place + "/brouillon/articles/" + item_id(yard);
    auto mine = yard.typed("heure-atelier", "62");
    mine.emplace_back("version", "1");
    auto late = yard.typed("heure-atelier", "70");
    late.emplace_back("version", "1");
    CHECK(yard.enora.browser.post(path, mine).status == 303);
    const auto conflict = yard.maelle.browser.post(path, late);
    CHECK(conflict.status == 409);
    CHECK(holds(conflict, "62,00"));
    CHECK(holds(conflict, "value=\"70\""));
    late.back().second = "2";
    CHECK(yard.maelle.browser.post(path, late).status == 303);

    CHECK(yard.enora.browser.post(path + "/retrait").status == 303);
    CHECK(yard.maelle.browser.post(path, late).status == 404);
}

TEST_CASE_ENGINES("who saves an item just after it was put in force is told so and loses nothing")
{
    Yard yard{engine}; // PRB-002
    yard.make_draft();
    yard.add("heure", "60");
    const auto item = item_id(yard);
    auto typed = yard.typed("heure", "75");
    typed.emplace_back("version", yard.item_revision(item));
    yard.activate();
    const auto late = yard.maelle.browser.post(place + "/brouillon/articles/" + item, typed);
    CHECK(late.status == 409);
    CHECK(holds(late, "Ce brouillon n’existe plus"));
    CHECK(holds(late, "value=\"75\""));
    CHECK(holds(yard.enora.browser.get(place), "60,00"));
    CHECK(yard.maelle.browser.post(place + "/brouillon/articles/" + item + "/retrait").status ==
          409);
    CHECK(yard.maelle.browser.post(place + "/brouillon/articles/7", typed).status == 404);
}

TEST_CASE_ENGINES("only a confirmed account sees the prices, whatever its role")
{
    Yard yard{engine}; // PRB-001
    auto fresh = yard.world.add_member(yard.charpente, {.name = "Soizic Madec", .role = "admin"});
    const auto sent = fresh.browser.get(place);
    CHECK(sent.status == 303);
    CHECK(holds(sent.headers.get("Location"), "/compte/double-authentification?next="));
    CHECK(fresh.browser.post(place + "/brouillon").status == 303);
    CHECK(holds(yard.enora.browser.get(place + "/brouillon"), "Aucun brouillon"));
    yard.world.prove_second_factor(fresh);
    CHECK(fresh.browser.get(place).status == 200);

    auto employee =
        yard.world.add_member(yard.charpente, {.name = "Goulven Rio", .role = "employe"});
    CHECK(employee.browser.get(place).status == 403);
}

TEST_CASE_ENGINES("an item is sold where its category usually is, or where somebody says")
{
    Yard yard{engine}; // PRB-006
    yard.make_draft();
    const auto add = [&](const std::string& code, const std::string& territory) {
        auto typed = yard.typed(code, "60");
        typed[1].second = "Interventions";
        typed[2].second = code;
        typed.emplace_back("territory", territory);
        return yard.enora.browser.post(place + "/brouillon/articles", typed).status;
    };
    const std::string words = "· Dans la zone d’intervention";
    CHECK(add("a-distance", "everywhere") == 303);
    CHECK_FALSE(holds(yard.enora.browser.get(place + "/brouillon"), words));
    CHECK(add("ailleurs", "nulle-part") == 422);
    CHECK(add("sur-place", "") == 303);
    CHECK(holds(yard.enora.browser.get(place + "/brouillon"), words));
    CHECK(holds(yard.enora.browser.get(place + "/modifications"),
                "<strong>Dans la zone d’intervention"));
}
