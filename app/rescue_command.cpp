#include "app/commands.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/rescue_actions.hpp"

namespace app
{
namespace
{

using i18n::t;

constexpr std::size_t proof_length_min = 10;
/// After it, a procedure that was forgotten is announced anew: the team has long stopped watching.
constexpr std::chrono::days completed_within{7};

Reply failed(const std::string& sentence)
{
    return {.exit_code = 1, .output = sentence + "\n"};
}

std::string words_of(const tenancy::Context& context, const auth::Rescue& rescue,
                     std::string_view key)
{
    const auto& workspace = context.workspace();
    return t(key, {{"name", workspace.name},
                   {"slug", workspace.slug},
                   {"email", rescue.email},
                   {"date", i18n::date_and_time(rescue.due_at, workspace.time_zone)}});
}

Reply announce(tenancy::Context& context, const RescueOptions& options)
{
    if (options.proof.size() < proof_length_min) return failed(t("app.rescue.no_proof"));
    const auto announced = identity::announce_rescue(context, options.email, options.proof);
    return {.exit_code = 0,
            .output = words_of(context, announced.rescue, "app.rescue.announced") + "\n" +
                      t("app.rescue.told", {{"count", std::to_string(announced.told)}}) + "\n"};
}

Reply go_on(Application& application, tenancy::Context& context, const auth::Rescue& rescue)
{
    if (base::now() < rescue.due_at) return failed(words_of(context, rescue, "app.rescue.waiting"));
    if (base::now() > rescue.due_at + completed_within)
        return failed(words_of(context, rescue, "app.rescue.forgotten"));
    const auto token = identity::complete_rescue(context, rescue);
    return {.exit_code = 0,
            .output = words_of(context, rescue, "app.rescue.done") + "\n" +
                      application.configuration().base_url + "/nouveau-mot-de-passe/" + token +
                      "\n"};
}

} // namespace

Reply rescue_workspace(Application& application, const RescueOptions& options)
{
    const auto workspace =
        tenancy::Platform{application.database()}.read([&](tenancy::PlatformTransaction& tx) {
            return auth::workspace_by_slug(tx, options.slug);
        });
    if (!workspace) return failed(t("app.rescue.no_workspace", {{"slug", options.slug}}));
    tenancy::Context context{application.database(), *workspace, tenancy::Actor::system()};
    try {
        if (options.is_cancelled)
            return identity::cancel_rescue(context) ? Reply{0, t("app.rescue.cancelled") + "\n"}
                                                    : failed(t("app.rescue.none"));
        const auto live = context.read(auth::live_rescue);
        if (live && !options.email.empty() && options.email != live->email)
            return failed(words_of(context, *live, "app.rescue.of_another"));
        return live ? go_on(application, context, *live) : announce(context, options);
    } catch (const base::Refusal& refusal) {
        return failed(t(refusal.code, refusal.params));
    }
}

} // namespace app
