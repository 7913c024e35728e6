#include "kernel/auth/logos.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/presets/changes.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

namespace
{

constexpr std::size_t slug_max = 40;
constexpr std::size_t slug_min = 3;
constexpr int slug_attempts_max = 1000;

/// As it is read; its modules are one text separated by spaces.
struct ReadRow {
    tenancy::WorkspaceId id;
    std::string slug;
    std::string name;
    std::string preset;
    std::string time_zone;
    tenancy::WorkspaceStatus status = tenancy::WorkspaceStatus::active;
    int brand_hue = 0;
    int brand_chroma = 0;
    bool is_demonstration = false;
    std::int64_t settings_version = 0;
    std::string modules;
    std::string preset_changes;
    std::int64_t logo = 0;
};
BOOST_DESCRIBE_STRUCT(ReadRow, (),
                      (id, slug, name, preset, time_zone, status, brand_hue, brand_chroma,
                       is_demonstration, settings_version, modules, preset_changes, logo))

struct WorkspaceRow : ReadRow {
    std::string name_key;
    presets::SignupPolicy portal_signup = presets::SignupPolicy::staff_only;
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(WorkspaceRow, (ReadRow), (name_key, portal_signup, created_at))

constexpr db::PlatformTable<WorkspaceRow> workspaces{"workspace"};

constexpr db::Query by_slug{"auth.workspace_by_slug", R"sql(
    -- all workspaces: the address says which one
    SELECT id, slug, name, preset, time_zone, status, brand_hue, brand_chroma, is_demonstration,
           settings_version, modules, preset_changes, logo
    FROM workspace WHERE slug = :slug
)sql"};

constexpr db::Query by_id{"auth.workspace_by_id", R"sql(
    -- all workspaces: a job or a link says which one
    SELECT id, slug, name, preset, time_zone, status, brand_hue, brand_chroma, is_demonstration,
           settings_version, modules, preset_changes, logo
    FROM workspace WHERE id = :id
)sql"};

constexpr db::Query every{"auth.every_workspace", R"sql(
    -- all workspaces: checks over the whole installation
    SELECT id, slug, name, preset, time_zone, status, brand_hue, brand_chroma, is_demonstration,
           settings_version, modules, preset_changes, logo
    FROM workspace ORDER BY id
)sql"};

constexpr db::Query by_host{"auth.workspace_by_host", R"sql(
    -- all workspaces: the host says which one
    SELECT w.id, w.slug, w.name, w.preset, w.time_zone, w.status, w.brand_hue, w.brand_chroma,
           w.is_demonstration, w.settings_version, w.modules, w.preset_changes,
           w.logo
    FROM host_name h JOIN workspace w ON w.id = h.workspace_id
    WHERE h.host = :host
)sql"};

constexpr db::Query taken{"auth.slug_taken", R"sql(
    -- all workspaces: slugs are unique among them
    SELECT count(*) FROM workspace WHERE slug = :slug
)sql"};

constexpr db::Query activate{"auth.activate_workspace", R"sql(
    -- all workspaces: the confirmation link says which one
    UPDATE workspace SET status = 'active', settings_version = settings_version + 1
    WHERE id = :id AND status = 'unconfirmed'
)sql"};

constexpr db::Query signup{"auth.portal_signup", R"sql(
    -- all workspaces: asked before anybody is signed in
    SELECT portal_signup FROM workspace WHERE id = :id
)sql"};

constexpr db::Query profile_change{"auth.change_profile", R"sql(
    UPDATE workspace SET name = :name, name_key = :name_key, time_zone = :time_zone,
           brand_hue = :brand_hue, brand_chroma = :brand_chroma, portal_signup = :portal_signup,
           settings_version = settings_version + 1
    WHERE id = :workspace
)sql"};

constexpr db::Query changes_now{"auth.preset_changes", R"sql(
    SELECT preset_changes FROM workspace WHERE id = :workspace
)sql"};

constexpr db::Query preset_change{"auth.change_preset", R"sql(
    UPDATE workspace SET preset_changes = :after, settings_version = settings_version + 1
    WHERE id = :workspace AND preset_changes = :before
)sql"};

constexpr db::Query logo_change{"auth.change_logo", R"sql(
    UPDATE workspace SET logo = :logo, settings_version = settings_version + 1
    WHERE id = :workspace
)sql"};

constexpr db::Query logo_kept{"auth.logo_now", R"sql(
    SELECT logo FROM workspace WHERE id = :workspace
)sql"};

std::string join(const std::vector<std::string>& words)
{
    return base::join(words, " ");
}

tenancy::Workspace read(const ReadRow& row)
{
    presets::keep_changes(row.id.value, row.preset, row.preset_changes);
    keep_logo(row.id, row.logo);
    tenancy::Workspace workspace{.id = row.id,
                                 .slug = row.slug,
                                 .name = row.name,
                                 .preset = row.preset,
                                 .time_zone = row.time_zone,
                                 .status = row.status,
                                 .brand_hue = row.brand_hue,
                                 .brand_chroma = row.brand_chroma,
                                 .is_demonstration = row.is_demonstration,
                                 .settings_version = row.settings_version,
                                 .modules = {}};
    for (auto& code : base::split(row.modules, ' '))
        if (!code.empty()) workspace.modules.insert(std::move(code));
    return workspace;
}

std::optional<tenancy::Workspace> read(const std::optional<ReadRow>& row)
{
    if (!row) return {};
    return read(*row);
}

std::string slug_of(std::string_view name)
{
    auto slug = base::replace_all(base::fold(name), " ", "-");
    std::erase_if(slug, [](char c) {
        return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    });
    slug.resize(std::min(slug.size(), slug_max - 4));
    while (slug.ends_with('-'))
        slug.pop_back();
    return slug.size() < slug_min ? "espace" : slug;
}

bool is_taken(db::Transaction& tx, const std::string& slug)
{
    return tx.value<std::int64_t>(taken, {{"slug", slug}}).value_or(0) > 0;
}

} // namespace

std::optional<tenancy::Workspace> workspace_by_slug(tenancy::PlatformTransaction& tx,
                                                    std::string_view slug)
{
    return read(tx.find<ReadRow>(by_slug, {{"slug", slug}}));
}

std::vector<tenancy::Workspace> every_workspace(tenancy::PlatformTransaction& tx)
{
    std::vector<tenancy::Workspace> all;
    for (const auto& row : tx.rows<ReadRow>(every))
        all.push_back(read(row));
    return all;
}

std::optional<tenancy::Workspace> workspace_by_id(tenancy::PlatformTransaction& tx,
                                                  tenancy::WorkspaceId id)
{
    return read(tx.find<ReadRow>(by_id, {{"id", id}}));
}

std::optional<tenancy::Workspace> workspace_by_host(tenancy::PlatformTransaction& tx,
                                                    std::string_view host)
{
    return read(tx.find<ReadRow>(by_host, {{"host", base::lower_ascii(host)}}));
}

std::string free_slug(db::Transaction& tx, std::string_view name)
{
    const auto wanted = slug_of(name);
    if (!is_taken(tx, wanted)) return wanted;
    for (int number = 2; number <= slug_attempts_max; ++number) {
        auto slug = wanted + "-" + std::to_string(number);
        if (!is_taken(tx, slug)) return slug;
    }
    return wanted + "-" + base::hex(base::random_bytes(4));
}

void create_workspace(tenancy::WorkspaceTransaction& tx)
{
    const auto& workspace = tx.workspace();
    const auto& preset = presets::find(workspace.preset);
    base::refuse_unless(!is_taken(tx, workspace.slug), "auth.refusal.slug_taken");
    WorkspaceRow row;
    row.id = workspace.id;
    row.slug = workspace.slug;
    row.name = workspace.name;
    row.name_key = base::fold(workspace.name);
    row.preset = workspace.preset;
    row.time_zone = workspace.time_zone.empty() ? preset.time_zone : workspace.time_zone;
    row.status = workspace.status;
    row.brand_hue = workspace.brand_hue;
    row.brand_chroma = workspace.brand_chroma;
    row.is_demonstration = workspace.is_demonstration;
    row.portal_signup = preset.signup;
    row.modules = workspace.modules.empty()
                      ? join(preset.modules)
                      : join({workspace.modules.begin(), workspace.modules.end()});
    row.settings_version = 1;
    row.created_at = base::now();
    tx.insert(workspaces, row);
}

void activate_workspace(db::Transaction& tx, tenancy::WorkspaceId id)
{
    tx.execute(activate, {{"id", id}});
}

presets::SignupPolicy portal_signup(db::Transaction& tx, tenancy::WorkspaceId id)
{
    return tx.value<presets::SignupPolicy>(signup, {{"id", id}})
        .value_or(presets::SignupPolicy::staff_only);
}

void change_profile(tenancy::WorkspaceTransaction& tx, const Profile& profile)
{
    tx.execute(profile_change, {{"name", profile.name},
                                {"name_key", base::fold(profile.name)},
                                {"time_zone", profile.time_zone},
                                {"brand_hue", profile.brand_hue},
                                {"brand_chroma", profile.brand_chroma},
                                {"portal_signup", profile.portal_signup}});
}

std::int64_t logo_now(tenancy::WorkspaceTransaction& tx)
{
    return tx.value<std::int64_t>(logo_kept).value_or(0);
}

void change_logo(tenancy::WorkspaceTransaction& tx, std::int64_t file)
{
    tx.execute(logo_change, {{"logo", file}});
}

std::string preset_changes(tenancy::WorkspaceTransaction& tx)
{
    return tx.value<std::string>(changes_now).value_or(std::string{});
}

void change_preset(tenancy::WorkspaceTransaction& tx, const std::string& before,
                   const std::string& after)
{
    if (tx.execute(preset_change, {{"before", before}, {"after", after}}) == 0)
        throw base::Refusal{"auth.refusal.preset_changed", {}, base::Refusal::Kind::Conflict};
}

} // namespace auth
