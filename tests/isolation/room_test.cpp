#include "app/modules.hpp"
#include "kernel/files/file_store.hpp"
#include "kernel/mail/mail.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;
using test_world::World;

TEST_CASE_ENGINES("the admin is told when the room passes 80 and 90 %, once each time") // FIL-013
{
    World world{engine, app::describe_modules};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    auto karim = world.add_member(vigie, {.name = "Karim", .role = "technicien"});
    auto context = world.context(vigie, tenancy::Actor::system());
    const auto take = [&](std::int64_t bytes) {
        context.write([&](WorkspaceTransaction& tx) { files::FileStore{tx}.note_room(bytes); });
    };
    const auto letters = [&] {
        return context.read([](WorkspaceTransaction& tx) {
            return std::ranges::count(mail::recent(tx), "files.room",
                                      &mail::StoredMessage::template_name);
        });
    };
    const auto reads = [](test_world::Member& member, std::string_view path) {
        return member.browser.get(path).body.find("Stockage \u00e0 ") != std::string::npos;
    };
    context.write([](WorkspaceTransaction& tx) { files::set_quota(tx, 1'000); });

    take(799);
    CHECK(letters() == 0);
    CHECK_FALSE(reads(martin, "/e/vigie/journee"));
    take(1);
    take(50);
    CHECK(letters() == 1);
    CHECK(reads(martin, "/e/vigie/journee"));
    CHECK(reads(martin, "/e/vigie/reglages/stockage"));
    CHECK_FALSE(reads(karim, "/e/vigie/journee"));
    CHECK(martin.browser.get("/e/vigie/notifications").body.find("Stockage presque plein") !=
          std::string::npos);
    take(100);
    CHECK(letters() == 2);
    CHECK(martin.browser.get("/e/vigie/reglages/stockage").body.find("bient\u00f4t plein") !=
          std::string::npos);
    take(50);
    CHECK(martin.browser.get("/e/vigie/reglages/stockage").body.find("Il est plein") !=
          std::string::npos);
}
