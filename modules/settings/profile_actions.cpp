#include "modules/settings/profile_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/oklch.hpp"
#include "kernel/mail/sender.hpp"
#include "modules/settings/profile_store.hpp"
#include "modules/settings/settings.hpp"

#include <algorithm>
#include <cmath>

namespace settings
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr double chroma_max = 0.16;
constexpr int degrees = 360;

Profile profile_of(const EditProfile& command)
{
    return {.legal_name = command.legal_name.value,
            .siret = command.siret.value,
            .vat_number = command.vat_number.value,
            .neq = command.neq.value,
            .tps_number = command.tps_number.value,
            .tvq_number = command.tvq_number.value,
            .address = command.address.value,
            .postal_code = command.postal_code.value,
            .city = command.city.value,
            .phone = command.phone ? command.phone->value : "",
            .email = command.email ? command.email->value : "",
            .website = command.website.value,
            .version = command.version.value};
}

auth::Profile of_workspace(WorkspaceTransaction& tx)
{
    const auto& workspace = tx.workspace();
    return {.name = workspace.name,
            .time_zone = workspace.time_zone,
            .brand_hue = workspace.brand_hue,
            .brand_chroma = workspace.brand_chroma,
            .portal_signup = auth::portal_signup(tx, workspace.id)};
}

std::vector<audit::Change> changes_of(const Profile& before, const Profile& after)
{
    std::vector<audit::Change> changes;
    const auto note = [&](const char* field, const std::string& old, const std::string& now) {
        if (old != now) changes.push_back({field, old, now});
    };
    note("legal_name", before.legal_name, after.legal_name);
    note("siret", before.siret, after.siret);
    note("vat_number", before.vat_number, after.vat_number);
    note("neq", before.neq, after.neq);
    note("tps_number", before.tps_number, after.tps_number);
    note("tvq_number", before.tvq_number, after.tvq_number);
    note("address", before.address, after.address);
    note("postal_code", before.postal_code, after.postal_code);
    note("city", before.city, after.city);
    note("phone", before.phone, after.phone);
    note("email", before.email, after.email);
    note("website", before.website, after.website);
    return changes;
}

void note(WorkspaceTransaction& tx, std::string_view action, std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = std::move(changes)});
}

} // namespace

Brand brand_of_hex(std::string_view hex)
{
    const auto colour = base::oklch_of_hex(hex).value_or(base::Oklch{});
    const auto chroma = std::min(colour.chroma, chroma_max);
    return {.hue = static_cast<int>(std::lround(colour.hue)) % degrees,
            .chroma = static_cast<int>(std::lround(chroma * 1000))};
}

void edit_profile(tenancy::Context& context, const EditProfile& command)
{
    context.write([&](WorkspaceTransaction& tx) {
        const auto before = find_profile(tx);
        const auto after = profile_of(command);
        if (!write_profile(tx, after))
            throw base::Refusal{"settings.refusal.stale", {}, base::Refusal::Kind::Conflict};
        auto shared = of_workspace(tx);
        auto changes = changes_of(before, after);
        if (shared.name != command.name.value)
            changes.push_back({"name", shared.name, command.name.value});
        if (shared.time_zone != command.time_zone.value)
            changes.push_back({"time_zone", shared.time_zone, command.time_zone.value});
        shared.name = command.name.value;
        shared.time_zone = command.time_zone.value;
        auth::change_profile(tx, shared);
        mail::set_reply_to(tx, after.email);
        note(tx, "settings.profile_edited", std::move(changes));
    });
}

void choose_brand(tenancy::Context& context, const Brand& brand)
{
    context.write([&](WorkspaceTransaction& tx) {
        auto shared = of_workspace(tx);
        const auto text = [](int hue, int chroma) {
            return std::to_string(hue) + "-" + std::to_string(chroma);
        };
        note(tx, "settings.colour_chosen",
             {{"colour", text(shared.brand_hue, shared.brand_chroma),
               text(brand.hue, brand.chroma)}});
        shared.brand_hue = brand.hue;
        shared.brand_chroma = brand.chroma;
        auth::change_profile(tx, shared);
    });
}

Profile profile(WorkspaceTransaction& tx)
{
    return find_profile(tx);
}

} // namespace settings
