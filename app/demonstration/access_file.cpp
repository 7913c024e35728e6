#include "app/demonstration/accounts.hpp"

#include <boost/json.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>

namespace demonstration
{
namespace
{

namespace json = boost::json;

/// Under which key an account is printed: whoever has no e-mail signs in with a user name.
const char* key_of(std::string_view identifier)
{
    return identifier.find('@') == std::string_view::npos ? "username" : "email";
}

json::object object_of(const Account& account)
{
    return {{"role", account.role},
            {"name", account.name},
            {key_of(account.email), account.email},
            {"password", account.password}};
}

json::object object_of(const Access& access)
{
    json::array accounts;
    for (const auto& account : access.accounts)
        accounts.push_back(object_of(account));
    return {{"slug", access.slug},
            {"name", access.name},
            {"preset", access.preset},
            {"accounts", std::move(accounts)}};
}

std::string text(const json::object& object, std::string_view key)
{
    return std::string{object.at(key).as_string()};
}

Access access_in(const json::object& object)
{
    Access access{.slug = text(object, "slug"),
                  .name = text(object, "name"),
                  .preset = text(object, "preset"),
                  .accounts = {},
                  .is_complete = object.at("is_complete").as_bool()};
    for (const auto& value : object.at("accounts").as_array()) {
        const auto& account = value.as_object();
        const auto is_portal = text(account, "side") == "portal";
        access.accounts.push_back(
            {.side = is_portal ? tenancy::Side::portal : tenancy::Side::staff,
             .role = text(account, "role"),
             .name = text(account, "name"),
             .email = text(account, account.contains("email") ? "email" : "username"),
             .password = text(account, "password")});
    }
    return access;
}

/// What is printed, and what only this program needs.
json::object kept_object_of(const Access& access)
{
    auto object = object_of(access);
    object["is_complete"] = access.is_complete;
    auto& accounts = object["accounts"].as_array();
    for (std::size_t at = 0; at < accounts.size(); ++at)
        accounts[at].as_object()["side"] =
            access.accounts[at].side == tenancy::Side::portal ? "portal" : "staff";
    return object;
}

[[noreturn]] void fail(const std::filesystem::path& file)
{
    throw std::system_error(errno, std::generic_category(), file.string());
}

void write_whole(const std::filesystem::path& file, std::string_view bytes)
{
    constexpr mode_t owner_only = 0600;
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, owner_only);
    if (descriptor < 0) fail(file);
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    const auto is_safe = written == static_cast<ssize_t>(bytes.size()) &&
                         ::fchmod(descriptor, owner_only) == 0 && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!is_safe) fail(file);
}

} // namespace

std::vector<Access> read_accesses(const std::filesystem::path& file)
{
    if (!std::filesystem::exists(file)) return {};
    std::ostringstream bytes;
    bytes << std::ifstream{file}.rdbuf();
    std::vector<Access> accesses;
    try {
        const auto document = json::parse(bytes.str());
        for (const auto& value : document.at("workspaces").as_array())
            accesses.push_back(access_in(value.as_object()));
    } catch (const std::exception& error) {
        throw std::runtime_error(file.string() + ": " + error.what());
    }
    return accesses;
}

void save_accesses(const std::filesystem::path& file, const std::vector<Access>& accesses)
{
    json::array workspaces;
    for (const auto& access : accesses)
        workspaces.push_back(kept_object_of(access));
    auto beside = file;
    beside += ".new";
    write_whole(beside, json::serialize(json::object{{"workspaces", std::move(workspaces)}}));
    std::filesystem::rename(beside, file);
}

std::string json_of(const std::vector<Access>& accesses)
{
    json::array workspaces;
    for (const auto& access : accesses)
        workspaces.push_back(object_of(access));
    return json::serialize(json::object{{"workspaces", std::move(workspaces)}});
}

} // namespace demonstration
