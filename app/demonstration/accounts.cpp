#include "app/demonstration/accounts.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"

#include <algorithm>
#include <functional>

namespace demonstration
{
namespace
{

constexpr std::size_t password_groups = 4;
constexpr std::size_t letters_per_group = 4;

/// 16 signs of 31 that nobody mistakes for another: 79 bits, and easy to copy by hand.
std::string new_password()
{
    constexpr std::string_view signs = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string password;
    for (std::size_t group = 0; group < password_groups; ++group) {
        if (group > 0) password += '-';
        for (std::size_t letter = 0; letter < letters_per_group; ++letter)
            password += signs[base::random_below(static_cast<std::uint32_t>(signs.size()))];
    }
    return password;
}

std::size_t sites_owned(const Material& material, std::size_t client)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        material.sites, [&](const Site& site) { return site.clients.front() == client; }));
}

std::size_t sites_seen(const Material& material, std::size_t client)
{
    return static_cast<std::size_t>(std::ranges::count_if(material.sites, [&](const Site& site) {
        return std::ranges::find(site.clients, client) != site.clients.end();
    }));
}

void add_first(std::vector<std::size_t>& clients, const Material& material,
               const std::function<bool(std::size_t)>& fits)
{
    for (std::size_t at = 0; at < material.clients.size(); ++at)
        if (fits(at)) return clients.push_back(at);
}

std::string padded(const std::string& text, std::size_t width)
{
    const auto length = base::code_points(text);
    return length < width ? text + std::string(width - length, ' ') : text;
}

/// Cells in columns as wide as their widest, two spaces between.
std::string table_of(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths(rows.front().size());
    for (const auto& row : rows)
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], base::code_points(row[column]));
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column)
            line += "  " + padded(row[column], widths[column]);
        text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
    return text;
}

std::string text_of(const Access& access, const std::string& base_url)
{
    const auto& preset = presets::find(access.preset);
    std::vector<std::vector<std::string>> rows{
        {i18n::t("demonstration.role"), i18n::t("demonstration.name"),
         i18n::t("demonstration.email"), i18n::t("demonstration.password")}};
    for (const auto& account : access.accounts) {
        const auto* role = preset.find_role(account.role);
        rows.push_back({role == nullptr ? account.role : role->title, account.name, account.email,
                        account.password});
    }
    return i18n::t("demonstration.workspace", {{"name", access.name}, {"preset", preset.title}}) +
           '\n' +
           table_of({{i18n::t("demonstration.team"), base_url + "/e/" + access.slug},
                     {i18n::t("demonstration.portal"), base_url + "/p/" + access.slug}}) +
           '\n' + table_of(rows);
}

} // namespace

std::string portal_role(const std::string& preset)
{
    const auto& roles = presets::find(preset).roles;
    const auto found = std::ranges::find(roles, tenancy::Side::portal, &presets::Role::side);
    if (found == roles.end()) throw std::runtime_error(preset + ": no role of the portal");
    return found->code;
}

std::vector<std::size_t> guest_clients(const Material& material)
{
    std::vector<std::size_t> clients;
    add_first(clients, material, [&](std::size_t client) {
        return sites_owned(material, client) == 1 && sites_seen(material, client) == 1;
    });
    add_first(clients, material,
              [&](std::size_t client) { return sites_owned(material, client) > 1; });
    add_first(clients, material,
              [&](std::size_t client) { return sites_seen(material, client) == 0; });
    return clients;
}

std::vector<Account> accounts_of(const Material& material, const Access& earlier)
{
    std::vector<Account> accounts;
    for (const auto& member : material.business.members)
        accounts.push_back(
            {.role = member.role, .name = member.name(), .email = member.email, .password = {}});
    for (const auto client : guest_clients(material)) {
        const auto& contact = material.clients[client].contacts.front();
        accounts.push_back({.side = tenancy::Side::portal,
                            .role = portal_role(material.preset),
                            .name = contact.name(),
                            .email = contact.email,
                            .password = {}});
    }
    for (auto& account : accounts) {
        const auto known = std::ranges::find(earlier.accounts, account.email, &Account::email);
        account.password = known == earlier.accounts.end() ? new_password() : known->password;
    }
    return accounts;
}

std::string text_of(const std::vector<Access>& accesses, const std::string& base_url)
{
    std::string text;
    for (const auto& access : accesses)
        text += (text.empty() ? "" : "\n") + text_of(access, base_url);
    return text;
}

} // namespace demonstration
