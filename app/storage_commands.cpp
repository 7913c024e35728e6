#include "app/commands.hpp"
#include "kernel/audit/audit.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/files/files.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace app
{
namespace
{

constexpr std::int64_t gigabyte = 1'000'000'000;

struct Line {
    std::string slug;
    files::Usage usage;
};

std::string sentence(const Line& line)
{
    return i18n::t("app.storage.line",
                   {{"slug", line.slug},
                    {"used", i18n::file_size(line.usage.used_bytes)},
                    {"quota", i18n::file_size(line.usage.quota_bytes)},
                    {"percent", i18n::percent(files::percent_of(line.usage))}}) +
           "\n";
}

tenancy::Context context_of(Application& application, const tenancy::Workspace& workspace)
{
    return {application.database(), workspace, tenancy::Actor::system()};
}

} // namespace

Reply print_storage(Application& application)
{
    std::vector<Line> lines;
    tenancy::Platform platform{application.database()};
    for (const auto& workspace : platform.read(auth::every_workspace))
        lines.push_back({workspace.slug, context_of(application, workspace).read(files::usage)});
    std::ranges::stable_sort(lines, std::ranges::greater{},
                             [](const Line& line) { return files::percent_of(line.usage); });
    Reply reply;
    for (const auto& line : lines)
        reply.output += sentence(line);
    return reply;
}

Reply set_quota(Application& application, const QuotaOptions& options)
{
    const auto workspace =
        tenancy::Platform{application.database()}.read([&](tenancy::PlatformTransaction& tx) {
            return auth::workspace_by_slug(tx, options.slug);
        });
    if (!workspace)
        return {.exit_code = 1,
                .output = i18n::t("app.storage.unknown", {{"slug", options.slug}}) + "\n"};
    const auto now =
        context_of(application, *workspace).write([&](tenancy::WorkspaceTransaction& tx) {
            const auto before = files::usage(tx).quota_bytes;
            files::set_quota(tx, options.gigabytes * gigabyte);
            const auto after = files::usage(tx);
            audit::append(tx, {.action = "files.quota_set",
                               .subject_kind = "workspace",
                               .subject = workspace->id.value,
                               .changes = {{"quota", i18n::file_size(before),
                                            i18n::file_size(after.quota_bytes)}}});
            return after;
        });
    return {.exit_code = 0, .output = sentence({workspace->slug, now})};
}

} // namespace app
