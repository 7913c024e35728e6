#include "app/demonstration/building_scenes.hpp"
#include "app/demonstration/scenes.hpp"
#include "app/demonstration/worksite.hpp"
#include "kernel/files/content.hpp"
#include "kernel/files/test_files.hpp"
#include "kernel/i18n/translate.hpp"

#include <doctest.h>

#include <set>

TEST_CASE("every scene is a picture of its own, the same each time, small enough to send")
{
    using demonstration::Scene;
    const test_support::TemporaryFolder folder;
    std::vector<std::string> drawn;
    for (const auto scene :
         {Scene::camera, Scene::screen, Scene::keypad, Scene::cabinet, Scene::door}) {
        const auto bytes = demonstration::draw(scene);
        CHECK(bytes.size() < 200'000);
        CHECK(bytes == demonstration::draw(scene));
        for (const auto& other : drawn)
            CHECK(bytes != other);
        drawn.push_back(bytes);
        const auto path = test_files::write(folder, demonstration::name_of(scene), bytes);
        CHECK(files::content_of(path).type == "image/png");
    }
}

TEST_CASE("a story that speaks of a photo has one")
{
    CHECK(demonstration::scene_of("recent-camera-quai") == demonstration::Scene::screen);
    CHECK_FALSE(demonstration::scene_of("recent-devis-parking"));
}

TEST_CASE("every picture of a building is one of its own, small enough to send")
{
    std::set<std::string> seen;
    for (const auto* code :
         {"earthworks", "foundation", "slab", "frame", "crane", "roof", "tiles", "scaffolding",
          "cladding", "insulation", "window", "floor", "stairs"}) {
        const auto png = demonstration::draw_building(code);
        CHECK(png.size() < 400'000);
        CHECK(seen.insert(png).second);
        CHECK(i18n::has(std::string{"demonstration.picture."} + code + ".alternative"));
    }
    CHECK_THROWS_AS(demonstration::draw_building("castle"), std::runtime_error);
}

TEST_CASE("a builder's year has 40 publications on one sheet, threads, a cancelled one and a draft")
{
    const auto yard = demonstration::read_yard(base::embedded_presets(), "chantier");
    REQUIRE(yard.worksites.size() == 8);
    CHECK(yard.worksites.front().publications.size() == 40);
    int deepest = 0;
    int cancelled = 0;
    int drafts = 0;
    for (const auto& worksite : yard.worksites)
        for (const auto& publication : worksite.publications) {
            cancelled += publication.cancelled.empty() ? 0 : 1;
            drafts += publication.is_draft ? 1 : 0;
            for (const auto& remark : publication.remarks)
                deepest = std::max(deepest, remark.level);
            for (const auto& photo : publication.photos)
                CHECK(i18n::has("demonstration.picture." + photo + ".caption"));
        }
    CHECK(deepest == 4);
    CHECK(cancelled == 2);
    CHECK(drafts == 1);
}
