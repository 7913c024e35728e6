#pragma once

#include "kernel/base/configuration.hpp"
#include "kernel/forms/form.hpp"
#include "kernel/guard/route.hpp"
#include "kernel/html/html.hpp"
#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace db
{
class Database;
}
namespace limits
{
class Limiter;
}
namespace secrets
{
class Vault;
}

namespace guard
{

/// An entry of the navigation, shown to who holds the permission. `count` may be null.
struct NavEntry {
    std::string label_key;  ///< "tickets.nav"
    std::string path;       ///< inside the workspace: "/tickets"
    std::string icon;       ///< Lucide name
    std::string permission; ///< empty = every member
    tenancy::Side side = tenancy::Side::staff;
    int order = 0; ///< 0–99 work, 100–199 sales, 200–299 workshop
    int (*count)(Call&) = nullptr;
    std::string hotkey{}; ///< "g t"; may be empty
};

/// A panel a module puts on another's page: « home », « home_aside », « settings », « portal_home
/// », « client », « account » (which may belong to no workspace and asks no permission). Returns
/// nothing visible when it has nothing to say.
struct Panel {
    std::string slot;
    std::string permission;
    int order = 0;
    html::Html (*render)(Call&) = nullptr;
};

/// One line of the settings menu.
struct SettingsEntry {
    std::string label_key;
    std::string hint_key;
    std::string path; ///< "/reglages/equipe"
    std::string icon;
    std::string permission;
    int order = 0;
};

/// An object as lists about objects of many modules show it.
struct SubjectLine {
    std::string title;  ///< « Caméra 4 hors ligne »
    std::string detail; ///< « T-2026-00042 »; may be empty
    std::string path;   ///< inside the workspace, on the reader's side: "/tickets/T-2026-00042"
};

/// How a module names its objects to lists that hold only kinds and ids.
struct SubjectKind {
    using Lines = std::map<std::int64_t, SubjectLine>;
    std::string kind; ///< "ticket"
    /// Those of the ids that the actor may see now; the others are left out. At most 100 ids.
    Lines (*lines)(tenancy::WorkspaceTransaction&, const std::vector<std::int64_t>&) = nullptr;
};

/// A permission and the sentence that names it in the roles table and in 403 pages.
struct Permission {
    std::string code;      ///< "tickets.assign"
    std::string label_key; ///< "tickets.permission.assign"
};

/// What the sign-in page shown in place of a refused form must carry.
struct SignInPage {
    std::string next; ///< where to go afterwards: a path of this site
    std::string kept; ///< sealed typed fields for a hidden field named `_kept`; may be empty
};

/// The pages of identity that the guard sends people to. `{workspace}` is replaced on portal paths.
struct Doors {
    std::string sign_in = "/connexion";
    std::string portal_sign_in = "/p/{workspace}/connexion";
    std::string prove_second_factor = "/connexion/verification";
    std::string portal_prove_second_factor = "/p/{workspace}/connexion/verification";
    std::string enrol_second_factor = "/compte/double-authentification";
    std::string portal_enrol_second_factor = "/p/{workspace}/compte/double-authentification";
    http::Response (*sign_in_page)(Call&, const SignInPage&) = nullptr;
};

/// Everything the modules declared, and what requests share. Built at start, then read-only.
class Site
{
  public:
    Site(const base::Configuration& configuration, db::Database& database, secrets::Vault& vault,
         limits::Limiter& limiter);
    ~Site();

    std::vector<Route> routes;
    std::vector<NavEntry> nav;
    std::vector<NavEntry> bar; ///< icons of the top bar, each with its count
    std::vector<Panel> panels;
    std::vector<SettingsEntry> settings;
    std::vector<SubjectKind> subjects;
    std::vector<Permission> permissions;
    Doors doors;
    std::string search{}; ///< path of the results page inside a workspace; empty = no search

    /// Checks what start-up must refuse (two routes alike, a nav entry to no route, a permission no
    /// role of any preset holds, an undeclared permission) and freezes the router. Throws
    /// std::logic_error naming the offender.
    void seal();

    const base::Configuration& configuration() const { return configuration_; }
    db::Database& database() const { return database_; }
    secrets::Vault& vault() const { return vault_; }
    limits::Limiter& limiter() const { return limiter_; }

    /// Whether workspaces may switch this module off (some preset lists it).
    bool is_switchable(std::string_view module) const;
    /// The whole way of a request: route, guard, handler, errors to pages. Thread-safe after
    /// seal().
    /// `kept` comes back into the form of the page (kept.hpp).
    http::Response answer(http::Request& request, forms::Typed kept = {}) const;
    http::BodyPolicy body_policy(const http::Request& request) const;
    /// `etabli routes --json`.
    std::string routes_json() const;

  private:
    struct Impl;
    const base::Configuration& configuration_;
    db::Database& database_;
    secrets::Vault& vault_;
    limits::Limiter& limiter_;
    std::unique_ptr<Impl> impl_;
};

} // namespace guard
