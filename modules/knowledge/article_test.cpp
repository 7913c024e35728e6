#include "modules/knowledge/article.hpp"
#include "modules/knowledge/knowledge.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <regex>
#include <string>
#include <vector>

namespace
{

using knowledge::ArticleId;
using knowledge::ranked;
using test_world::Browser;
using test_world::Member;
using test_world::Typed;
using test_world::World;

const std::string place = "/e/vigie/reglages/conseils";
const std::string advice = "/p/vigie/conseils";

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// Enora leads Vigie, Soizic develops, Malo is a client.
struct Office {
    explicit Office(db::Engine engine)
        : world(engine, {{"knowledge", knowledge::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora Le Bihan", .role = "admin"})),
          soizic(world.add_member(vigie, {.name = "Soizic Madec", .role = "developpeur"})),
          malo(world.add_member(
              vigie, {.name = "Malo Kervella", .role = "client", .side = tenancy::Side::portal}))
    {
    }

    /// Its number, from the list.
    std::string write(const std::string& title, const std::string& keywords,
                      const std::string& publication = "published")
    {
        const auto sent = enora.browser.post(place, {{"title", title},
                                                     {"keywords", keywords},
                                                     {"body", "Débranchez **dix secondes**."},
                                                     {"publication", publication}});
        REQUIRE(sent.status == 303);
        std::smatch found;
        const auto page = enora.browser.get(place).body;
        REQUIRE(std::regex_search(page, found,
                                  std::regex{"/reglages/conseils/([0-9]+)\"[^]*?" + title}));
        return found[1];
    }

    http::Response suggest(const std::string& typed)
    {
        return malo.browser.get(advice + "/suggestions?title=" + typed);
    }

    World world;
    tenancy::Workspace vigie;
    Member enora;
    Member soizic;
    Member malo;
};

} // namespace

TEST_CASE("a word that few articles say counts more than one that all say") // TKT-051
{
    const ArticleId camera{1};
    const ArticleId recorder{2};
    const ArticleId badge{3};
    const std::vector<std::vector<knowledge::Match>> by_word{
        {{camera, 3}, {recorder, 3}, {badge, 3}}, {{recorder, 3}}};
    CHECK(ranked(by_word).front() == recorder);
    CHECK(ranked({}).empty());
    CHECK_MESSAGE(ranked({{{camera, 1}}}).empty(), "one word of a text proposes nothing");
    CHECK(ranked({{{camera, 1}}, {{camera, 1}}}).size() == 1);
    CHECK(ranked({{{ArticleId{1}, 3}, {ArticleId{2}, 3}, {ArticleId{3}, 3}, {ArticleId{4}, 3}}})
              .size() == knowledge::suggestions_max);
}

TEST_CASE("words are folded, without plural, each once, and the short ones say nothing")
{
    CHECK(knowledge::words_typed("Mes CAMÉRAS, ma caméra et l’accès") ==
          std::vector<knowledge::TypedWord>{{"camera", true}, {"acce", false}});
    CHECK(knowledge::words_typed("").empty());
    CHECK(knowledge::words_typed("caméra ").front().is_whole);
    CHECK(knowledge::words_typed("Une fois, comme vous toujours ").empty());
    CHECK(knowledge::words_typed("a1 b2 aa1 bb2 cc3 dd4 ee5 ff6 gg7 hh8 ii9").size() ==
          knowledge::typed_words_max);
}

TEST_CASE_ENGINES("what is published is proposed for the title being typed, a draft never")
{
    Office office{engine}; // TKT-051
    office.write("Une caméra est hors ligne", "figée, image noire");
    office.write("Remplacer un badge perdu", "");
    office.write("Le brouillon des caméras", "", "draft");

    const auto found = office.suggest("Mes%20cam%C3%A9ras%20sont%20noires");
    CHECK(holds(found, "Une caméra est hors ligne"));
    CHECK(holds(found, "<strong>dix secondes</strong>"));
    CHECK_FALSE(holds(found, "badge"));
    CHECK_FALSE(holds(found, "brouillon"));
    CHECK_MESSAGE(holds(office.suggest("camer"), "hors ligne"), "the last word is being typed");
    CHECK(office.suggest("Bonjour").body.empty());
    CHECK_MESSAGE(office.suggest("Une%20facture").body.empty(), "« une » is in every title");
    CHECK_MESSAGE(office.suggest("camer%20").body.empty(), "a word that is over is that word");
    CHECK(office.suggest("").body.empty());
    CHECK(holds(office.malo.browser.get(advice), "Remplacer un badge perdu"));
    CHECK_FALSE(holds(office.malo.browser.get(advice), "brouillon"));
}

TEST_CASE_ENGINES("a problem that an article solves is counted, and no request is sent")
{
    Office office{engine}; // TKT-051
    const auto article = office.write("Une caméra est hors ligne", "");
    const auto draft = office.write("Brouillon", "", "draft");
    CHECK(holds(office.malo.browser.get(advice + "/" + article), "Mon problème est résolu"));
    const auto solved = office.malo.browser.post(advice + "/resolu", {{"article", article}});
    CHECK(solved.status == 303);
    CHECK(holds(office.enora.browser.get(place), "Publié · problèmes résolus\u00a0: 1"));
    CHECK(office.malo.browser.post(advice + "/resolu", {{"article", draft}}).status == 404);
    CHECK(office.malo.browser.post(advice + "/resolu", {{"article", "x"}}).status == 404);
    CHECK(office.malo.browser.get(advice + "/" + draft).status == 404);
}

TEST_CASE_ENGINES("an article is written by who may, and two who write at once lose nothing")
{
    Office office{engine};
    CHECK(office.soizic.browser.get(place).status == 403);
    const auto refused = office.enora.browser.post(
        place, {{"title", "x"}, {"body", ""}, {"keywords", "figée"}, {"publication", "draft"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "figée"));
    CHECK(holds(refused, "2 champs à corriger"));

    const auto article = office.write("Redémarrer", "");
    const Typed better{{"title", "Redémarrer l’enregistreur"},
                       {"body", "Attendez."},
                       {"publication", "published"},
                       {"version", "1"}};
    CHECK(office.enora.browser.post(place + "/" + article, better).status == 303);
    auto late = better;
    late[1].second = "Trop tard.";
    const auto conflict = office.enora.browser.post(place + "/" + article, late);
    CHECK(conflict.status == 409);
    CHECK(holds(conflict, "Trop tard."));
    CHECK(holds(conflict, "Attendez."));
    CHECK_MESSAGE(holds(conflict, "name=\"version\" value=\"2\""), "sent again, it is on top");
    late.back().second = "2";
    CHECK(office.enora.browser.post(place + "/" + article, late).status == 303);
    CHECK(holds(office.suggest("enregistreur"), "Trop tard."));

    CHECK(office.enora.browser.post(place + "/" + article + "/retrait").status == 303);
    CHECK(office.suggest("enregistreur").body.empty());
    CHECK(office.malo.browser.get(advice + "/" + article).status == 404);
}
