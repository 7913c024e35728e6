#include "kernel/files/drawing.hpp"
#include "kernel/files/test_files.hpp"
#include "kernel/files/uploads.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/attachment.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

namespace
{

using isolation::Scene;
using isolation::Subject;

std::string open_request(Scene& scene)
{
    const auto project = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        const auto added = projects::add_project(tx, {.name = "Site aux photos"});
        projects::assign_client(tx, added, scene.client.actor.client);
        return added;
    });
    return scene.as(scene.client).write([&](tenancy::WorkspaceTransaction& tx) {
        return tickets::open_ticket(tx, {.title = "Caméra avec photo",
                                         .description = "Voir la photo",
                                         .project = project,
                                         .client = scene.client.actor.client})
            .number;
    });
}

std::string last_file(Scene& scene)
{
    static constexpr db::Query query{"test.last_file", R"sql(
        SELECT id FROM files_file WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 1
    )sql"};
    return std::to_string(
        scene.as(scene.admin)
            .read([](tenancy::WorkspaceTransaction& tx) { return tx.value<std::int64_t>(query); })
            .value());
}

/// A file of a ticket, sent by a member through the page.
Subject sent_by(Scene& scene, test_world::Member& author, const test_world::Sent& file)
{
    const auto place = author.actor.side == tenancy::Side::portal
                           ? "/p/" + scene.workspace.slug + "/demandes/"
                           : "/e/" + scene.workspace.slug + "/tickets/";
    const auto answer =
        author.browser.post_files(place + open_request(scene) + "/messages",
                                  {{"body", "Ci-joint " + std::string{isolation::marker}}}, {file});
    REQUIRE_MESSAGE(answer.status == 303, "a file is not taken: " << answer.status);
    scene.world.run_jobs();
    return {.path = {{"file", last_file(scene)}, {"copy", "thumbnail"}}};
}

Subject a_note_of_text(Scene& scene)
{
    return sent_by(scene, scene.client, {"relevé.txt", "Relevé " + std::string{isolation::marker}});
}
Subject a_photo(Scene& scene)
{
    return sent_by(scene, scene.client, {"photo.png", test_files::png()});
}
Subject own_of_staff(Scene& scene)
{
    return sent_by(scene, scene.admin, {"photo.png", test_files::png()});
}

/// Begun by a member of that side.
Subject an_upload_of(Scene& scene, const test_world::Member& author)
{
    auto context = scene.as(author);
    return {.path = {{"upload", files::start_upload(context, "video.mp4", 4).id.text()}}};
}

/// No module of this preset lets anybody draw: here tickets do.
Subject a_drawable_photo(Scene& scene)
{
    files::let_draw_with(tickets::ticket_files, [](tenancy::WorkspaceTransaction&, const auto&) {});
    return sent_by(scene, scene.admin, {"photo.png", test_files::png()});
}

void register_uploads(isolation::Catalogue& all)
{
    all.subjects["upload"] = [](Scene& scene) { return an_upload_of(scene, scene.admin); };
    const auto of_client = [](Scene& scene) { return an_upload_of(scene, scene.client); };
    for (const auto* route :
         {"GET /p/{workspace}/envois/{upload}", "POST /p/{workspace}/envois/{upload}",
          "POST /p/{workspace}/envois/{upload}/abandon"})
        all.by_route[route] = of_client;
    for (const std::string side : {"POST /e", "POST /p"}) {
        all.without_example[side + "/{workspace}/envois"] = "its length is in a header";
        all.without_example[side + "/{workspace}/envois/{upload}"] = "its offset is in a header";
        all.without_example[side + "/{workspace}/envois/{upload}/abandon"] = "answers 204";
    }
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    register_uploads(all);
    all.without_example["POST /e/{workspace}/reglages/logo"] =
        "a file is its only field; judged in logo_test.cpp";
    all.subjects["file"] = a_note_of_text;
    all.subjects["file_copy"] = a_photo;
    all.subjects["own_file"] = own_of_staff;
    all.subjects["drawable_photo"] = a_drawable_photo;
    all.examples["DrawOnPhoto"] = [](Scene&, const Subject&) {
        return test_world::Typed{{"version", "0"},
                                 {"kind", "note"},
                                 {"place", "middle"},
                                 {"words", "Ici " + std::string{isolation::marker}}};
    };
    for (const auto* method : {"GET", "POST"})
        all.by_route[std::string{method} + " /p/{workspace}/fichiers/{file}/description"] = a_photo;
    all.examples["DescribeFile"] = [](Scene&, const Subject&) {
        return test_world::Typed{{"caption", "Façade nord"}, {"alternative", "Une caméra brisée"}};
    };
    return true;
}();

} // namespace
