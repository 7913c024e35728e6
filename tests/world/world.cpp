#include "tests/world/world.hpp"

#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/limits/limits.hpp"
#include "kernel/mail/delivery.hpp"
#include "kernel/presets/preset.hpp"

namespace test_world
{
namespace
{

http::Response no_sign_in_page(guard::Call&, const guard::SignInPage& page)
{
    return http::Response::html("sign in, then " + page.next + " " + page.kept);
}

} // namespace

World::World(db::Engine engine)
    : database_(test_support::fresh_database(engine)),
      vault_(std::make_unique<secrets::Vault>(std::vector{secrets::Key::random()})),
      limiter_(std::make_unique<limits::Limiter>(
          [began = std::chrono::steady_clock::now()] { return began; }))
{
    i18n::set_unknown_key(i18n::UnknownKey::Throws);
    events::bus() = {};
    jobs::registry() = {};
    search::registry() = {};
    mail::install(jobs::registry(), {.vault = vault_.get()});
    files::install(jobs::registry(),
                   {.folder = folder_.path(), .media_program = ETABLI_MEDIA_PROGRAM});
    site_ =
        std::make_unique<guard::Site>(configuration_, database_->database(), *vault_, *limiter_);
    live_ = std::make_unique<live::Service>(*site_);
}

World::World(db::Engine engine, const std::vector<Declared>& modules) : World(engine)
{
    for (const auto& [name, describe] : modules) {
        kernel::Module module{*site_, name};
        describe(module);
    }
    if (site_->doors.sign_in_page == nullptr) site_->doors.sign_in_page = no_sign_in_page;
    site_->seal();
}

World::World(db::Engine engine, void (*describe_all)(guard::Site&)) : World(engine)
{
    describe_all(*site_);
}

World::~World() = default;

tenancy::Workspace World::add_workspace(std::string_view slug, std::string_view preset_name)
{
    const auto& preset = presets::find(preset_name);
    tenancy::Workspace workspace{.id = database().ids().make<tenancy::WorkspaceId>(),
                                 .slug = std::string{slug},
                                 .name = "Entreprise " + std::string{slug},
                                 .preset = preset.name,
                                 .time_zone = preset.time_zone,
                                 .modules = {preset.modules.begin(), preset.modules.end()}};
    auto system = context(workspace, tenancy::Actor::system());
    system.write([](tenancy::WorkspaceTransaction& tx) { auth::create_workspace(tx); });
    return workspace;
}

Member World::add_member(const tenancy::Workspace& workspace, const NewMember& member)
{
    const auto email = base::lower_ascii(base::split(base::fold(member.name), ' ').front()) + "@" +
                       workspace.slug + ".example";
    tenancy::Platform platform{database()};
    const auto person = platform.write([&](tenancy::PlatformTransaction& tx) {
        const auto known = auth::person_by_email(tx, email);
        if (known) return known->id;
        const auto id = auth::create_person(tx, {.name = member.name, .email = email});
        auth::confirm_email(tx, id);
        return id;
    });
    auto system = context(workspace, tenancy::Actor::system());
    const auto membership = system.write([&](tenancy::WorkspaceTransaction& tx) {
        return auth::add_membership(
            tx,
            {.person = person, .side = member.side, .role = member.role, .client = member.client});
    });
    const auto rights = platform.read([&](tenancy::PlatformTransaction& tx) {
        return auth::rights_of(tx, workspace, member.role);
    });
    const auto opened = platform.write([&](tenancy::PlatformTransaction& tx) {
        return auth::open_session(tx, {.person = person, .side = member.side});
    });
    Member made{.person = person,
                .membership = membership,
                .actor = {.person = person,
                          .membership = membership,
                          .side = member.side,
                          .name = member.name,
                          .email = email,
                          .role = member.role,
                          .client = member.client,
                          .rights = rights},
                .browser = visitor()};
    made.browser.set_cookie(guard::session_cookie_name(member.side), opened.token);
    return made;
}

void World::prove_second_factor(Member& member)
{
    tenancy::Platform platform{database()};
    const auto side = member.actor.side;
    const auto opened = platform.write([&](tenancy::PlatformTransaction& tx) {
        auth::begin_totp(tx, member.person, "sealed");
        auth::confirm_totp(tx, member.person, 1);
        return auth::open_session(
            tx, {.person = member.person, .side = side, .totp_proved_at = base::now()});
    });
    member.browser.set_cookie(guard::session_cookie_name(side), opened.token);
}

tenancy::Context World::context(const tenancy::Workspace& workspace, const tenancy::Actor& actor)
{
    return {database(), workspace, actor};
}

int World::run_jobs()
{
    jobs::Runner runner{
        database(),
        [&](tenancy::WorkspaceId id) {
            return tenancy::Platform{database()}.read(
                [&](tenancy::PlatformTransaction& tx) { return auth::workspace_by_id(tx, id); });
        },
        1};
    return runner.run_due();
}

} // namespace test_world
