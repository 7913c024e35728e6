#pragma once

#include "kernel/auth/people.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What of a workspace is in platform tables, for its export, its import and its end.
namespace auth
{

/// A person as an export carries him: who he is, and nothing that proves it.
struct CarriedPerson {
    tenancy::PersonId id;
    std::string name;
    std::string email;
    std::optional<base::Instant> email_confirmed_at;
    std::string phone;
    std::string user_name; ///< of the workspace carried; empty for e-mail accounts
    Theme theme = Theme::system;
    std::string default_page;
    bool is_demonstration = false;
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(CarriedPerson, (),
                      (id, name, email, email_confirmed_at, phone, user_name, theme, default_page,
                       is_demonstration, created_at))

/// The row of a workspace, whole.
struct CarriedWorkspace {
    tenancy::WorkspaceId id;
    std::string slug;
    std::string name;
    std::string name_key;
    std::string preset;
    std::string time_zone;
    tenancy::WorkspaceStatus status = tenancy::WorkspaceStatus::active;
    std::int64_t brand_hue = 0;
    std::int64_t brand_chroma = 0;
    bool is_demonstration = false;
    presets::SignupPolicy portal_signup = presets::SignupPolicy::staff_only;
    std::string modules;
    std::int64_t settings_version = 0;
    base::Instant created_at;
    std::string preset_changes;
    std::int64_t logo = 0;
};
BOOST_DESCRIBE_STRUCT(CarriedWorkspace, (),
                      (id, slug, name, name_key, preset, time_zone, status, brand_hue, brand_chroma,
                       is_demonstration, portal_signup, modules, settings_version, created_at,
                       preset_changes, logo))

/// A text somebody agreed to for this workspace.
struct CarriedConsent {
    tenancy::PersonId person_id;
    Document document = Document::terms;
    std::string version;
    base::Instant given_at;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(CarriedConsent, (), (person_id, document, version, given_at, address))

CarriedWorkspace carried_workspace(tenancy::WorkspaceTransaction& tx);
/// As contexts take it.
tenancy::Workspace workspace_of(const CarriedWorkspace& carried);
/// Every person with a membership here, by id, after that one.
std::vector<CarriedPerson> carried_people(tenancy::WorkspaceTransaction& tx,
                                          tenancy::PersonId after, std::int64_t limit);
/// By time, from `offset` on.
std::vector<CarriedConsent> carried_consents(tenancy::WorkspaceTransaction& tx, std::int64_t offset,
                                             std::int64_t limit);

/// Refusal « auth.refusal.workspace_known » when its id or its slug is taken.
void receive_workspace(tenancy::WorkspaceTransaction& tx, const CarriedWorkspace& workspace);
void set_workspace_status(db::Transaction& tx, tenancy::WorkspaceId id,
                          tenancy::WorkspaceStatus status);
struct ReceivedPerson {
    tenancy::PersonId id;
    bool is_new = false;
};
/// The person who has that e-mail here already, or a new one without password; his own id unless it
/// is somebody else's.
ReceivedPerson receive_person(tenancy::WorkspaceTransaction& tx, const CarriedPerson& person);
void receive_consent(tenancy::WorkspaceTransaction& tx, const CarriedConsent& consent);

/// Who belongs to this workspace and to no other, after that one.
std::vector<tenancy::PersonId> people_only_here(tenancy::PlatformTransaction& tx,
                                                tenancy::WorkspaceId workspace,
                                                tenancy::PersonId after, std::int64_t limit);
/// Everything the platform knows of a person who belongs to that workspace alone: his memberships,
/// what proves who he is, sessions,
/// consents, attempts to sign in. His names in the platform's journal: audit::forget_person.
void forget_person(tenancy::PlatformTransaction& tx, tenancy::PersonId person);
/// The row of an emptied workspace, its host names, its links and its consents.
void forget_workspace(tenancy::PlatformTransaction& tx, tenancy::WorkspaceId workspace);

} // namespace auth
