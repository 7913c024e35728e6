#include "kernel/auth/credentials.hpp"
#include "kernel/base/text.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/secrets/password.hpp"
#include "modules/identity/identity.hpp"
#include "modules/portability/order_store.hpp"
#include "modules/portability/portability.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <filesystem>
#include <fstream>

using namespace portability;

namespace
{

constexpr auto page = "/e/vigie/reglages/export";

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, {{"identity", identity::describe}, {"portability", describe}}),
          workspace(world.add_workspace("vigie")),
          admin(world.add_member(workspace, {.name = "Martin", .role = "admin"}))
    {
        install({.database = world.options(), .folder = folder.path()});
    }
    Order newest() { return world.context(workspace, admin.actor).read(recent_orders).front(); }
    std::string package() { return std::string{page} + "/" + newest().id.text() + "/paquet"; }
    void set_password(const std::string& password)
    {
        auto& queue = identity::passwords(world.site().vault(), identity::HashStrength::production);
        const auto hash = queue.hash(password);
        tenancy::Platform{world.database()}.write(
            [&](tenancy::PlatformTransaction& tx) { auth::set_password(tx, admin.person, hash); });
    }

    test_support::TemporaryFolder folder;
    test_world::World world;
    tenancy::Workspace workspace;
    test_world::Member admin;
};

bool has(const http::Response& answer, std::string_view words)
{
    return answer.body.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES(
    "an admin asks for an export, is told when it is ready, and downloads it for 7 days")
{
    Desk desk{engine}; // AUD-020, AUD-004
    const ClockGuard guard;
    CHECK(has(desk.admin.browser.get(page), "Aucun export"));
    CHECK(desk.admin.browser.post(page).status == 303);
    CHECK(has(desk.admin.browser.get(page), "En préparation"));
    CHECK(has(desk.admin.browser.post(page), "déjà en cours"));
    desk.world.run_jobs();

    CHECK(has(desk.admin.browser.get(page), "Télécharger"));
    const auto mails =
        desk.world.context(desk.workspace, desk.admin.actor)
            .read([](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
    REQUIRE(mails.size() == 1);
    CHECK(mails.front().to_email == "martin@vigie.example");
    const auto taken = desk.admin.browser.get(desk.package());
    REQUIRE(taken.file);
    std::ifstream zip{taken.file->path, std::ios::binary};
    std::string start(4, '\0');
    zip.read(start.data(), 4);
    CHECK(start == "PK\x03\x04");
    zip.seekg(-22, std::ios::end); // the end record, without comment
    zip.read(start.data(), 4);
    CHECK(start == "PK\x05\x06");

    base::set_test_clock("+8d");
    auto later = desk.world.add_member(desk.workspace, {.name = "Nolwenn", .role = "admin"});
    CHECK(later.browser.get(desk.package()).status == 404);
    auto context = desk.world.context(desk.workspace, tenancy::Actor::system());
    forget_old(context);
    CHECK(desk.newest().state == OrderState::gone);
    CHECK_FALSE(std::filesystem::exists(taken.file->path));
    CHECK(has(later.browser.get(page), "Effacé"));
}

TEST_CASE_ENGINES("an export asks for the password again, or for a recent sign-in")
{
    Desk desk{engine}; // AUD-020
    const ClockGuard guard;
    base::set_test_clock("+11m");
    const auto late = desk.admin.browser.post(page);
    CHECK(late.status == 422);
    CHECK(has(late, "reconnectez-vous"));
    base::set_test_clock("+0s");

    desk.set_password("un beau matin de printemps");
    CHECK(has(desk.admin.browser.get(page), "current_password"));
    CHECK(desk.admin.browser.post(page).status == 422);
    const auto wrong = desk.admin.browser.post(page, {{"current_password", "un beau soir"}});
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "n’est pas le vôtre"));
    const auto right =
        desk.admin.browser.post(page, {{"current_password", "un beau matin de printemps"}});
    CHECK(right.status == 303);
}

TEST_CASE_ENGINES("only who may export sees the page and the package")
{
    Desk desk{engine}; // AUD-020
    auto technician = desk.world.add_member(desk.workspace, {.name = "Tom", .role = "technicien"});
    desk.admin.browser.post(page);
    desk.world.run_jobs();
    CHECK(technician.browser.get(page).status == 403);
    CHECK(technician.browser.get(desk.package()).status == 403);
    const auto other = desk.world.add_workspace("autre");
    auto stranger = desk.world.add_member(other, {.name = "Zoé", .role = "admin"});
    const auto foreign = "/e/autre/reglages/export/" + desk.newest().id.text() + "/paquet";
    CHECK(stranger.browser.get(foreign).status == 404);
}
