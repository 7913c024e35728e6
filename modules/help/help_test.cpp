#include "modules/help/article.hpp"
#include "modules/help/help.hpp"
#include "modules/help/picture_parts.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <set>

using test_world::World;
using enum tenancy::Side;

namespace
{

bool is_held(tenancy::Side side, const std::string& right)
{
    const auto of = side == portal ? presets::Side::portal : presets::Side::staff;
    for (const auto& preset : presets::all())
        for (const auto& role : preset.roles)
            if (role.side == of && role.permissions.contains(right)) return true;
    return false;
}

/// Those for a technician and his clients.
bool is_of_desk(const help::Article& article)
{
    return article.needs.empty() || article.needs.starts_with("tickets.");
}

} // namespace

TEST_CASE("an article is its title, a sentence, and the pieces below in their order")
{
    const auto article =
        help::read_article("essai", "# Un essai ?\n\nUne phrase.\n\n1. un\n2. deux\n\n![Ce qu’on "
                                    "voit](../images/vue.webp)\n\n## Et "
                                    "puis\n\nfin\n");
    CHECK(article.title == "Un essai\u202F?");
    CHECK(article.lead == "Une phrase.");
    REQUIRE(article.blocks.size() == 4);
    CHECK(article.blocks[0].text == "1. un\n2. deux\n\n");
    CHECK(article.blocks[1].picture == "vue");
    CHECK(article.blocks[2].text == "Et puis");
    CHECK(article.blocks[3].text == "fin\n");
    CHECK(article.needs.empty());
    CHECK(help::read_article("droit", "# Publier\n<!-- needs: progress.write -->\n\nUn.\n").needs ==
          "progress.write");
    CHECK_THROWS(help::read_article("nu", "Sans titre.\n"));
    CHECK_THROWS(help::read_article("court", "# Titre\n## Suite\n"));
}

TEST_CASE("every picture of an article exists, and every picture is in an article")
{
    std::set<std::string_view> named;
    for (const auto side : {staff, portal})
        for (const auto& article : help::articles_for(side))
            for (const auto& block : article.blocks)
                if (block.kind == help::Block::Kind::Picture) {
                    CHECK_MESSAGE(help::picture_url(block.picture), block.picture);
                    named.insert(block.picture);
                }
    for (const auto name : help::pictures())
        CHECK_MESSAGE(named.contains(name), name);
    CHECK(named.size() >= 10);
}

TEST_CASE("an article is for a right that somebody of its side holds")
{
    for (const auto side : {staff, portal})
        for (const auto& article : help::articles_for(side))
            CHECK_MESSAGE((article.needs.empty() || is_held(side, article.needs)), article.name);
}

TEST_CASE_ENGINES("nobody reads of what his business does not do, nor of what is not his work")
{
    World world{engine, {{"help", help::describe}}};
    const auto armor = world.add_workspace("armor", "chantier");
    auto loeiza = world.add_member(armor, {.name = "Loeiza", .role = "employe"});
    auto aurore = world.add_member(armor, {.name = "Aurore", .role = "client", .side = portal});
    const auto team = loeiza.browser.get("/e/armor/aide").body;
    CHECK(team.find("/publier-sur-une-fiche") != std::string::npos);
    CHECK(team.find("/votre-site-internet") == std::string::npos);
    CHECK(team.find("/prendre-un-ticket") == std::string::npos);
    CHECK(loeiza.browser.get("/e/armor/aide/prendre-un-ticket").status == 404);
    CHECK(loeiza.browser.get("/e/armor/aide/travailler-sans-reseau").status == 200);
    CHECK(aurore.browser.get("/p/armor/aide/suivre-mon-chantier").status == 200);
    CHECK(aurore.browser.get("/p/armor/aide/faire-une-demande").status == 404);
    auto herve = world.add_member(armor, {.name = "Hervé", .role = "admin"});
    CHECK(herve.browser.get("/e/armor/aide/votre-site-internet").status == 200);
}

TEST_CASE_ENGINES("the team and the clients read their own pages, from the navigation")
{
    World world{engine, {{"help", help::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto karim = world.add_member(vigie, {.name = "Karim", .role = "technicien"});
    auto malo = world.add_member(vigie, {.name = "Malo", .role = "client", .side = portal});
    const auto list = karim.browser.get("/e/vigie/aide").body;
    for (const auto& article : help::articles_for(staff)) {
        if (!is_of_desk(article)) continue;
        CHECK(list.find("/e/vigie/aide/" + article.name) != std::string::npos);
        CHECK(karim.browser.get("/e/vigie/aide/" + article.name).status == 200);
        CHECK(malo.browser.get("/p/vigie/aide/" + article.name).status == 404);
    }
    for (const auto& article : help::articles_for(portal))
        if (is_of_desk(article))
            CHECK(malo.browser.get("/p/vigie/aide/" + article.name).status == 200);
    CHECK(karim.browser.get("/e/vigie/aide/faire-une-demande").status == 404);
    CHECK(world.visitor().get("/e/vigie/aide").status == 303);
}
