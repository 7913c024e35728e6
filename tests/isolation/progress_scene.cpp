#include "kernel/documents/rich_text.hpp"
#include "modules/progress/progress.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

const std::string words = "Charpente " + std::string{isolation::marker};

progress::Sheet a_sheet_of(Scene& scene)
{
    static int number = 0;
    return scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return progress::add_sheet(
            tx, scene.client.actor.client,
            {.identifier = std::string{isolation::marker} + "-" + std::to_string(++number),
             .title = words,
             .starts_on = *base::Date::parse("2026-03-02")});
    });
}

progress::Post a_post_of(Scene& scene, const progress::Sheet& sheet, progress::Intent intent)
{
    return scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return progress::write_post(
            tx, sheet.id,
            {.text = {.body = documents::to_json(documents::read_plain(words))},
             .intent = intent,
             .written_at = base::now()});
    });
}

Subject a_sheet(Scene& scene)
{
    return {.path = {{"sheet", a_sheet_of(scene).identifier}}};
}

Subject a_post(Scene& scene, progress::Intent intent)
{
    const auto sheet = a_sheet_of(scene);
    const auto post = a_post_of(scene, sheet, intent);
    return {.path = {{"sheet", sheet.identifier}, {"post", post.id.text()}}};
}

Subject a_published_post(Scene& scene)
{
    return a_post(scene, progress::Intent::publish);
}

Subject a_cancelled_post(Scene& scene)
{
    const auto sheet = a_sheet_of(scene);
    const auto post = a_post_of(scene, sheet, progress::Intent::publish);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        progress::cancel_post(tx, post.id, "Défait");
    });
    return {.path = {{"sheet", sheet.identifier}, {"post", post.id.text()}}};
}

Subject a_comment_by(Scene& scene, const test_world::Member& author)
{
    const auto sheet = a_sheet_of(scene);
    const auto post = a_post_of(scene, sheet, progress::Intent::publish);
    const auto comment = scene.as(author).write([&](WorkspaceTransaction& tx) {
        return progress::write_comment(tx,
                                       {.post = post.id, .body = words, .written_at = base::now()});
    });
    return {.path = {{"sheet", sheet.identifier},
                     {"post", post.id.text()},
                     {"comment", comment.id.text()}}};
}

/// Of the header, as its form says.
std::string version_of(Scene& scene, const std::string& identifier)
{
    const auto page = scene.admin.browser
                          .get("/e/" + scene.workspace.slug + "/fiches/" + identifier + "/modifier")
                          .body;
    const std::string mark = R"(name="version" value=")";
    const auto from = page.find(mark) + mark.size();
    return page.substr(from, page.find('"', from) - from);
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["progress_sheet"] = a_sheet;
    all.subjects["own_sheet"] = a_sheet;
    all.subjects["progress_post"] = a_published_post;
    all.subjects["own_post"] = a_published_post;
    all.subjects["progress_draft"] = [](Scene& scene) {
        return a_post(scene, progress::Intent::draft);
    };
    all.subjects["cancelled_post"] = a_cancelled_post;
    all.subjects["staff_comment"] = [](Scene& scene) { return a_comment_by(scene, scene.admin); };
    all.subjects["client_comment"] = [](Scene& scene) { return a_comment_by(scene, scene.client); };
    all.examples["SaveSheet"] = [](Scene& scene, const Subject& subject) {
        const bool is_new = subject.path.empty();
        const auto identifier = is_new ? std::string{"CH-118"} : subject.path.at("sheet");
        return Typed{{"client", scene.client.actor.client.text()},
                     {"identifier", identifier},
                     {"title", words},
                     {"starts_on", "2026-03-02"},
                     {"version", is_new ? "" : version_of(scene, identifier)}};
    };
    all.examples["ChooseOrder"] = [](Scene&, const Subject&) {
        return Typed{{"order", "newest_first"}};
    };
    all.examples["SaveProgressSettings"] = [](Scene&, const Subject&) {
        return Typed{{"comment_on_cancelled", "closed"}};
    };
    all.examples["WritePost"] = [](Scene&, const Subject&) {
        return Typed{{"text", words}, {"version", "1"}};
    };
    all.examples["CancelPost"] = [](Scene&, const Subject&) { return Typed{{"reason", "Défait"}}; };
    all.examples["RemovePost"] = [](Scene&, const Subject&) { return Typed{{"comments", "0"}}; };
    all.examples["WriteProgressComment"] = [](Scene&, const Subject&) {
        return Typed{{"text", words}};
    };
    all.examples["RemoveProgressComment"] = [](Scene&, const Subject&) {
        return Typed{{"replies", "0"}, {"is_confirmed", "1"}};
    };
    return true;
}();

} // namespace
