#include "app/demonstration/scenes.hpp"
#include "kernel/files/content.hpp"
#include "kernel/files/test_files.hpp"

#include <doctest.h>

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
