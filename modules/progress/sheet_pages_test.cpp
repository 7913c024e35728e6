#include "modules/progress/page_test_kit.hpp"

using namespace progress_test;

TEST_CASE_ENGINES("a client finds his sheets by name, an employee opens one by its identifier")
{
    Site site{engine}; // PRG-003 PRG-008 PTL-042
    const auto home = site.aurore.browser.get("/p/charpentes/fiches");
    CHECK(holds(home, "Extension bois"));
    CHECK(holds(home, "Toiture"));
    CHECK_FALSE(holds(home, "Hangar"));
    CHECK_FALSE(holds(site.odile.browser.get("/p/charpentes/fiches"), "Toiture"));

    const auto entry = site.malik.browser.get("/e/charpentes/fiches");
    CHECK(holds(entry, "name=\"identifiant\""));
    CHECK_MESSAGE(!holds(entry, "Toiture"), "an employee has no list");
    const auto found = site.malik.browser.get("/e/charpentes/fiches?identifiant=ch%20118");
    CHECK(found.status == 303);
    CHECK(found.headers.get("Location") == "/e/charpentes/fiches/CH-118");
    const auto unknown = site.malik.browser.get("/e/charpentes/fiches?identifiant=CH-999");
    CHECK(unknown.status == 404);
    CHECK(holds(unknown, "Aucune fiche d’avancement pour ce chantier"));
    CHECK(holds(unknown, "nouvelle-fiche?identifiant=CH-999"));

    site.malik.browser.get(site.sheet);
    CHECK_MESSAGE(holds(site.malik.browser.get("/e/charpentes/fiches"), "Extension bois"),
                  "what he opened last is there"); // PRG-004
    CHECK(holds(site.lea.browser.get("/e/charpentes/fiches?q=hang"), "Hangar"));
    CHECK_FALSE(holds(site.lea.browser.get("/e/charpentes/fiches?q=hang"), "CH-131"));
}

TEST_CASE_ENGINES("the head of a sheet says who, where and when, and only the team changes it")
{
    Site site{engine}; // PRG-001 PRG-002
    const auto page = site.aurore.browser.get(site.own);
    for (const char* words : {"Extension bois", "CH-118", "Aurore Penhoat", "2 mars 2026",
                              "30 septembre 2026", "Entreprise charpentes"})
        CHECK_MESSAGE(holds(page, words), words);
    CHECK_FALSE(holds(page, "/modifier"));
    CHECK(site.aurore.browser.get("/p/charpentes/fiches/CH-140").status == 404);
    CHECK(site.aurore.browser.post(site.sheet, {{"title", "Autre"}}).status == 401);

    const Typed late{{"identifier", "CH-118"},
                     {"title", "Extension bois"},
                     {"starts_on", "2026-03-02"},
                     {"ends_on", "2026-03-01"},
                     {"version", "1"}};
    const auto refused = site.lea.browser.post(site.sheet, late);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "La fin prévue est avant le début."));
    const Typed taken{{"identifier", "ch131"},
                      {"title", "X bois"},
                      {"starts_on", "2026-03-02"},
                      {"version", "1"}};
    CHECK(holds(site.lea.browser.post(site.sheet, taken), "Une fiche porte déjà cet identifiant"));
    const Typed right{{"identifier", "CH-118"},
                      {"title", "Extension ossature bois"},
                      {"address", "4 rue du Four"},
                      {"city", "Lorient"},
                      {"starts_on", "2026-03-02"},
                      {"version", version_in(site.lea.browser.get(site.sheet + "/modifier"))}};
    CHECK(site.lea.browser.post(site.sheet, right).status == 303);
    CHECK(holds(site.aurore.browser.get(site.own), "Extension ossature bois"));
    CHECK(holds(site.aurore.browser.get(site.own), "4 rue du Four"));
    CHECK_MESSAGE(site.lea.browser.post(site.sheet, right).status == 409,
                  "a second save over it is a conflict"); // PLT-084
}

TEST_CASE_ENGINES("what is published is dated and shown to the client, a draft is not")
{
    Site site{engine}; // PRG-010 PRG-011 PRG-014
    const auto sent = site.malik.browser.post(site.sheet + "/publications",
                                              {{"text", "<p><strong>Montage</strong> des murs</p>"},
                                               {"text_format", "html"},
                                               {"worked_on", "2026-03-10"},
                                               {"intent", "publish"}});
    CHECK(sent.status == 303);
    const auto page = site.aurore.browser.get(site.own);
    CHECK(holds(page, "<strong>Montage </strong>des murs"));
    CHECK(holds(page, "travaux du 10 mars 2026"));
    CHECK(holds(page, "publié le "));

    site.malik.browser.post(site.sheet + "/publications",
                            {{"text", "Devis du poêle à vérifier"}, {"intent", "draft"}});
    CHECK_FALSE(holds(site.aurore.browser.get(site.own), "poêle"));
    const auto team = site.yuna.browser.get(site.sheet);
    CHECK(holds(team, "poêle"));
    const auto draft = last_id(team, "publication-");
    CHECK(site.aurore.browser.get(site.own + "/publications/" + draft).status == 404);
    CHECK(site.yuna.browser.post(site.sheet + "/publications/" + draft + "/parution").status ==
          303);
    CHECK(holds(site.aurore.browser.get(site.own), "poêle"));
}

TEST_CASE_ENGINES(
    "a publication without words or photo, or of 20 001 characters, is refused and kept")
{
    Site site{engine}; // PRG-011
    const auto place = site.sheet + "/publications";
    const auto empty =
        site.malik.browser.post(place, {{"text", "  <p> </p> "}, {"text_format", "html"}});
    CHECK(empty.status == 422);
    CHECK(holds(empty, "Écrivez un texte ou ajoutez une photo."));
    const auto exact = site.malik.browser.post(place, {{"text", std::string(20'000, 'a')}});
    CHECK(exact.status == 303);
    const auto long_one = site.malik.browser.post(place, {{"text", std::string(20'001, 'b')}});
    CHECK(long_one.status == 422);
    CHECK(holds(long_one, "20000 au plus"));
    CHECK_MESSAGE(holds(long_one, std::string(20'001, 'b')), "what was typed is still there");
    CHECK_FALSE(holds(site.aurore.browser.get(site.own), "bbb"));
}

TEST_CASE_ENGINES(
    "a sheet of many publications is read twenty at a time, in the order of the reader")
{
    Site site{engine}; // PRG-015
    for (int i = 1; i <= 23; ++i)
        site.world.context(site.firm, site.malik.actor).write([&](WorkspaceTransaction& tx) {
            const auto sheet = progress::sheet_by_identifier(tx, "CH-118");
            progress::write_post(tx, sheet.id,
                                 {.text = {}, .photos = 1, .written_at = base::now()});
        });
    const auto first = site.aurore.browser.get(site.own);
    CHECK(count_of(first, "id=\"publication-") == 20);
    CHECK(holds(first, "Voir les publications plus anciennes"));
    std::smatch older;
    REQUIRE(std::regex_search(first.body, older, std::regex{"avant=([0-9]+)"}));
    const auto second = site.aurore.browser.get(site.own + "?avant=" + older[1].str());
    CHECK(count_of(second, "id=\"publication-") == 3);
    CHECK_FALSE(holds(second, "plus anciennes"));

    const auto before = last_id(first, "publication-");
    CHECK(site.aurore.browser.post(site.own + "/ordre", {{"order", "newest_first"}}).status == 303);
    const auto turned = site.aurore.browser.get(site.own);
    CHECK(turned.body.find("publication-" + before) <
          turned.body.find("publication-" + older[1].str()));
    CHECK_MESSAGE(last_id(turned, "publication-") != before, "the newest is not the last any more");
    CHECK_MESSAGE(last_id(site.malik.browser.get(site.sheet), "publication-") == before,
                  "others keep their order");
}
