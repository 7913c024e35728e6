#include "app/commands.hpp"
#include "kernel/audit/audit.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/portability/portability.hpp"

namespace app
{
namespace
{

using i18n::t;

Reply failed(const std::string& sentence)
{
    return {.exit_code = 1, .output = sentence + "\n"};
}

std::optional<tenancy::Workspace> workspace_named(Application& application, const std::string& slug)
{
    return tenancy::Platform{application.database()}.read(
        [&](tenancy::PlatformTransaction& tx) { return auth::workspace_by_slug(tx, slug); });
}

portability::Installation place_of(Application& application)
{
    return {.database = application.database(),
            .options = application.installation().database,
            .vault = application.vault(),
            .seals = application.configuration().seals};
}

Reply unknown(const std::string& slug)
{
    return failed(t("app.portability.unknown", {{"slug", slug}}));
}

} // namespace

Reply export_workspace(Application& application, const ExportOptions& options)
{
    const auto workspace = workspace_named(application, options.slug);
    if (!workspace) return unknown(options.slug);
    tenancy::Context context{application.database(), *workspace, tenancy::Actor::system()};
    try {
        const auto done =
            portability::export_workspace(context, application.installation().database, options.to);
        context.write([&](tenancy::WorkspaceTransaction& tx) {
            audit::append(tx, {.action = "portability.exported",
                               .subject_kind = "workspace",
                               .subject = workspace->id.value,
                               .changes = {{"digest", "", done.digest}}});
        });
        auto words = t("app.portability.exported", {{"name", workspace->name},
                                                    {"to", options.to},
                                                    {"tables", i18n::number(done.tables)},
                                                    {"rows", i18n::number(done.rows)},
                                                    {"files", i18n::number(done.files)},
                                                    {"size", i18n::file_size(done.bytes)}});
        if (done.missing > 0)
            words += "\n" + t("app.portability.missing", {{"count", std::to_string(done.missing)}});
        return {.exit_code = 0,
                .output =
                    words + "\n" + t("app.portability.digest", {{"digest", done.digest}}) + "\n"};
    } catch (const base::Refusal& refusal) {
        return failed(t(refusal.code, refusal.params));
    }
}

Reply import_workspace(Application& application, const ImportOptions& options)
{
    try {
        const auto done =
            portability::import_workspace(place_of(application), options.from, options.digest);
        tenancy::Context context{application.database(), done.workspace, tenancy::Actor::system()};
        ledger::adopt(context);
        const base::Params params{
            {"name", done.workspace.name},
            {"url", application.configuration().base_url + "/e/" + done.workspace.slug},
            {"rows", i18n::number(done.rows)},
            {"files", i18n::number(done.files)},
            {"people", i18n::number(done.people)},
            {"known", i18n::number(done.known_people)}};
        return {.exit_code = 0,
                .output = t("app.portability.imported", params) + "\n" +
                          t("app.portability.passwords", params) + "\n"};
    } catch (const base::Refusal& refusal) {
        return failed(t(refusal.code, refusal.params));
    }
}

Reply erase_workspace(Application& application, const EraseOptions& options)
{
    const auto workspace = workspace_named(application, options.slug);
    if (!workspace) return unknown(options.slug);
    const base::Params params{
        {"name", workspace->name},
        {"slug", workspace->slug},
        {"days", std::to_string(application.configuration().backup.kept_for.count())}};
    if (options.name != workspace->name) return failed(t("app.portability.confirm", params));
    const auto done = portability::erase_workspace(place_of(application), *workspace);
    return {.exit_code = 0,
            .output = t("app.portability.erased", {{"name", workspace->name},
                                                   {"rows", i18n::number(done.rows)},
                                                   {"people", i18n::number(done.people)}}) +
                      "\n" + t("app.portability.backups", params) + "\n"};
}

} // namespace app
