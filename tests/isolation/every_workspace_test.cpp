#include "app/modules.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

using isolation::Scene;

TEST_CASE_ENGINES("market 27, audit, delays, export and second factor behind a plan: every "
                  "workspace has them from its first day")
{
    test_world::World world{engine, app::describe_modules};
    for (const std::string slug : {"vigie", "atelier"}) {
        Scene scene{world, slug};
        auto& browser = scene.admin.browser;
        for (const auto* path :
             {"/reglages/journal", "/reglages/delais", "/reglages/export", "/reglages/connexions"})
            CHECK_MESSAGE(browser.get("/e/" + slug + path).status == 200, slug, path);
        CHECK(browser.get("/compte/double-authentification").status == 200);
        CHECK(browser.post("/e/" + slug + "/reglages/export", {}).status == 303);
        CHECK(browser
                  .post("/e/" + slug + "/reglages/delais",
                        {{"monday", "9:00-12:00"}, {"urgent_first_reply", "1"}, {"version", "0"}})
                  .status == 303);
        CHECK(browser.get("/e/" + slug + "/reglages/journal")
                  .body.find("a changé les délais promis") != std::string::npos);
    }
}
