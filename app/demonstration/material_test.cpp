#include "app/demonstration/composer.hpp"
#include "app/demonstration/material.hpp"
#include "app/demonstration/worksite.hpp"

#include <doctest.h>

#include <set>
#include <stdexcept>

using demonstration::Material;

namespace
{

std::vector<Material> every_material()
{
    std::vector<Material> found;
    for (const auto& preset : demonstration::demonstrated_presets(base::embedded_presets()))
        if (demonstration::tells_of_tickets(base::embedded_presets(), preset))
            found.push_back(demonstration::read_material(base::embedded_presets(), preset));
    return found;
}

constexpr base::EmbeddedFile workspace{"presets/x/demo/workspace.toml", R"(
slug = "x"
name = "X"
hue = 400
)"};

std::string complaint(const std::vector<base::EmbeddedFile>& files)
{
    try {
        demonstration::read_material(files, "x");
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("Every preset with a demonstration gives about 40 clients, 60 sites and many stories")
{
    const auto materials = every_material();
    REQUIRE_FALSE(materials.empty());
    for (const auto& material : materials) {
        CAPTURE(material.preset);
        CHECK(material.clients.size() >= 35);
        CHECK(material.sites.size() >= 50);
        CHECK(material.stories.size() >= 100);
        CHECK(material.business.members.size() >= 4);
    }
}

TEST_CASE("Every story may be lived and its placeholders are known, in every variant")
{
    for (auto material : every_material()) {
        const auto stories = material.stories;
        for (const auto& story : stories) {
            CAPTURE(story.id);
            CHECK_FALSE(story.priorities.empty());
            material.stories = {story};
            // The schedule wants stories of each kind: those that touch nothing keep it content.
            material.stories.push_back({.id = "kept",
                                        .priorities = {{"low", 1}},
                                        .client_types = story.client_types,
                                        .ending = demonstration::Ending::fresh,
                                        .titles = {"Kept"},
                                        .openings = {"Kept"}});
            material.stories.push_back(material.stories.back());
            material.stories.back().ending = demonstration::Ending::taken;
            material.stories.push_back(material.stories.back());
            material.stories.back().ending = demonstration::Ending::open;
            material.stories.push_back(material.stories.back());
            material.stories.back().ending = demonstration::Ending::resolved;
            material.stories.back().resolutions = {"Kept"};
            const auto now = *base::parse_iso("2026-11-19T17:00:00Z");
            CHECK_NOTHROW(demonstration::compose(
                material, {.seed = 3, .now = now, .time_zone = "Europe/Paris", .count = 40}));
        }
    }
}

TEST_CASE("The portal accounts of a demonstration are those of .example, never a real domain")
{
    for (const auto& material : every_material()) {
        for (const auto& client : material.clients)
            for (const auto& contact : client.contacts)
                CHECK(contact.email.ends_with(".example"));
        for (const auto& member : material.business.members)
            CHECK(member.email.ends_with(".example"));
    }
}

TEST_CASE("What is wrong in the data is said with its file and its key")
{
    CHECK(complaint({}) == "presets/x/demo/workspace.toml: is missing");
    CHECK(complaint({workspace}).starts_with("presets/x/demo/workspace.toml: hue "));
    const base::EmbeddedFile nobody{workspace.path, "slug = \"x\"\nname = \"X\"\n"};
    CHECK(complaint({nobody}) == "presets/x/demo/workspace.toml: [[member]] is missing");
    const base::EmbeddedFile idle{workspace.path, R"(
slug = "x"
name = "X"
[[member]]
duty = "sleeps"
role = "admin"
)"};
    CHECK(complaint({idle}) == "presets/x/demo/workspace.toml member 1: duty is unknown: sleeps");
}
