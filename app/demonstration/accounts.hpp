#pragma once

#include "app/demonstration/material.hpp"
#include "kernel/tenancy/actor.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace demonstration
{

/// Somebody a visitor may sign in as.
struct Account {
    tenancy::Side side = tenancy::Side::staff;
    std::string role; ///< code in the preset
    std::string name;
    std::string email;
    std::string password; ///< random, of this installation only
};

/// What is printed of one demonstration workspace.
struct Access {
    std::string slug;
    std::string name;
    std::string preset;
    std::vector<Account> accounts;
    bool is_complete = false; ///< everything was written; else the next run starts again
};

/// The role of clients in that preset.
std::string portal_role(const std::string& preset);

/// Three clients by position: with a single site, with several, without any yet.
std::vector<std::size_t> guest_clients(const Material& material);

/// Every member of the team and the main contact of each guest. Passwords are those of `earlier`
/// for the same e-mail, else new ones.
std::vector<Account> accounts_of(const Material& material, const Access& earlier);

/// The accounts this installation made: `demo.json` in its folder, readable by its owner only.
/// An absent file is empty. Throws std::runtime_error naming the file when it is unreadable.
std::vector<Access> read_accesses(const std::filesystem::path& file);
/// All or nothing: a kill leaves the earlier file.
void save_accesses(const std::filesystem::path& file, const std::vector<Access>& accesses);

/// `{"workspaces":[{"slug","name","preset","accounts":[…]}]}`
std::string json_of(const std::vector<Access>& accesses);
/// The same for people: addresses and a table.
std::string text_of(const std::vector<Access>& accesses, const std::string& base_url);

} // namespace demonstration
