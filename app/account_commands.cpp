#include "app/commands.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/auth/tokens.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/identity.hpp"

namespace app
{
namespace
{

constexpr int sessions_max = 20'000;

/// A link by which somebody chooses a password, valid for one hour.
std::string password_link(Application& application, tenancy::PersonId person)
{
    tenancy::Platform platform{application.database()};
    const auto token = platform.write([&](tenancy::PlatformTransaction& tx) {
        return auth::issue_token(tx, {.kind = auth::TokenKind::reset_password, .person = person});
    });
    return application.configuration().base_url + "/nouveau-mot-de-passe/" + token;
}

std::optional<auth::Person> find_person(Application& application, const std::string& email)
{
    return tenancy::Platform{application.database()}.read(
        [&](tenancy::PlatformTransaction& tx) { return auth::person_by_email(tx, email); });
}

Reply unknown(const std::string& email)
{
    return {.exit_code = 1, .output = i18n::t("app.user.unknown", {{"email", email}}) + "\n"};
}

} // namespace

Reply create_workspace(Application& application, const WorkspaceOptions& options)
{
    const auto founded =
        identity::found_business(application.database(), {.name = options.name,
                                                          .slug = options.slug,
                                                          .preset = options.preset,
                                                          .owner_name = options.owner_email,
                                                          .owner_email = options.owner_email});
    const base::Params params{
        {"name", founded.workspace.name},
        {"url", application.configuration().base_url + "/e/" + founded.workspace.slug},
        {"link", password_link(application, founded.owner)}};
    return {.exit_code = 0, .output = i18n::t("app.workspace.created", params) + "\n"};
}

Reply reset_user(Application& application, const UserOptions& options)
{
    const auto person = find_person(application, options.email);
    if (!person) return unknown(options.email);
    return {.exit_code = 0, .output = password_link(application, person->id) + "\n"};
}

Reply print_sessions(Application& application, const UserOptions& options)
{
    if (!application.configuration().is_test())
        return {.exit_code = 1, .output = i18n::t("app.user.test_only") + "\n"};
    const auto person = find_person(application, options.email);
    if (!person) return unknown(options.email);
    Reply reply;
    tenancy::Platform platform{application.database()};
    const auto places = platform.read(
        [&](tenancy::PlatformTransaction& tx) { return auth::places_of(tx, person->id); });
    const auto side = places.empty() ? tenancy::Side::staff : places.front().membership.side;
    for (int i = 0; i < std::min(options.count, sessions_max); ++i) {
        const auto opened = platform.write([&](tenancy::PlatformTransaction& tx) {
            return auth::open_session(tx, {.person = person->id, .side = side});
        });
        reply.output += std::string{guard::session_cookie_name(side)} + "=" + opened.token + "\n";
    }
    return reply;
}

} // namespace app
