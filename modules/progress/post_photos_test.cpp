#include "kernel/files/test_files.hpp"
#include "kernel/files/uploads.hpp"
#include "modules/progress/page_test_kit.hpp"
#include "modules/progress/progress_policy.hpp"

using namespace progress_test;

namespace
{

/// Photos that went ahead of the form, one field each.
Typed ahead(Site& site, const Member& member, int count)
{
    auto context = site.world.context(site.firm, member.actor);
    const auto bytes = test_files::png();
    Typed fields;
    for (int n = 1; n <= count; ++n) {
        const auto upload = files::start_upload(context, "mur-" + std::to_string(n) + ".png",
                                                static_cast<std::int64_t>(bytes.size()));
        files::add_piece(context, upload.id, 0, bytes);
        fields.emplace_back("uploads", upload.id.text());
    }
    return fields;
}

std::vector<std::string> names_on(Site& site, const std::string& post)
{
    auto context = site.world.context(site.firm, site.lea.actor);
    return context.read([&](WorkspaceTransaction& tx) {
        std::vector<std::string> names;
        for (const auto& file : files::files_of(tx, progress::post_photos, std::stoll(post)))
            names.push_back(file.name);
        return names;
    });
}

} // namespace

TEST_CASE_ENGINES("thirty photos that went ahead of their form keep their order")
{
    Site site{engine}; // PRG-011, PRG-016
    auto fields = ahead(site, site.malik, 30);
    fields.emplace_back("intent", "publish");
    REQUIRE(site.malik.browser.post(site.sheet + "/publications", fields).status == 303);
    const auto names = names_on(site, last_id(site.malik.browser.get(site.sheet), "publication-"));
    REQUIRE(names.size() == 30);
    for (std::size_t n = 0; n < names.size(); ++n)
        CHECK(names[n] == "mur-" + std::to_string(n + 1) + ".png");
}

TEST_CASE_ENGINES(
    "the thirty-first photo is refused with a sentence, and nothing is written or lost")
{
    Site site{engine}; // PRG-011
    auto fields = ahead(site, site.malik, 31);
    fields.emplace_back("text", "Les murs du nord");
    fields.emplace_back("intent", "publish");
    const auto page = site.malik.browser.post(site.sheet + "/publications", fields);
    CHECK(page.status == 422);
    CHECK(holds(page, "Une publication a 30 photos au plus."));
    CHECK(holds(page, "Les murs du nord"));
    CHECK(count_of(page, "name=\"uploads\"") >= 30);
    CHECK_FALSE(holds(site.malik.browser.get(site.sheet), "Les murs du nord"));
}
