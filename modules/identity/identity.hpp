#pragma once

#include "kernel/auth/invitations.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/sign_ins.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace kernel
{
class Module;
}
namespace guard
{
class Call;
}
namespace secrets
{
class PasswordQueue;
class Vault;
} // namespace secrets

/// Front door of identity: who comes in, and what each may do.
///
/// The tables are kernel/auth's, because the guard reads them before any module is asked. Here are
/// the flows over them: sign-up, sign-in, second factor, invitations, members and roles.
namespace identity
{

void describe(kernel::Module& module);

/// The bounded argon2id queue of this process for the installation's key (secrets::PasswordQueue).
enum class HashStrength { production, test };
secrets::PasswordQueue& passwords(const secrets::Vault& vault, HashStrength strength);

/// A business and its first member, who holds the top role of the preset.
struct NewBusiness {
    std::string name;
    std::string slug; ///< empty = made from the name
    std::string preset;
    tenancy::WorkspaceStatus status = tenancy::WorkspaceStatus::active;
    bool is_demonstration = false;
    std::string owner_name;
    std::string owner_email;
    std::string owner_phone;
    std::string owner_password_hash; ///< of passwords(); empty = none yet
};
struct FoundedBusiness {
    tenancy::Workspace workspace;
    tenancy::PersonId owner;
    tenancy::MembershipId membership;
};
/// For commands and the demonstration: one transaction; the owner's e-mail counts as confirmed. An
/// existing person of that e-mail becomes the owner and keeps his password.
FoundedBusiness found_business(db::Database& database, const NewBusiness& business);

/// A member without invitation: commands, demonstration, clients without e-mail.
struct NewAccount {
    std::string name;
    std::string email;
    std::string user_name; ///< when there is no e-mail
    std::string password_hash;
    tenancy::Side side = tenancy::Side::staff;
    std::string role;
    tenancy::ClientId client;
    bool is_demonstration = false;
};
/// Refusals « auth.refusal.user_name_taken » and « auth.refusal.already_member ». Without a
/// password hash nobody comes in before a link of the account's page was followed.
tenancy::MembershipId add_account(tenancy::WorkspaceTransaction& tx, const NewAccount& account);
/// The role of clients in this trade; empty when it has no portal.
std::string portal_role(const tenancy::Workspace& workspace);

/// An invitation and where its link leads inside the installation: "/p/vigie/invitations/TOKEN".
struct InvitationLink {
    auth::InvitationId id;
    std::string path;
};
/// Without a mail: the caller writes it. Refuses as invite_member.
InvitationLink write_invitation(tenancy::WorkspaceTransaction& tx,
                                const auth::NewInvitation& invitation);
/// Writes the invitation and its mail. A live invitation of the same e-mail is renewed.
/// Refusals « identity.refusal.already_member », « identity.refusal.role_too_high »,
/// « identity.refusal.unknown_role ».
auth::InvitationId invite_member(tenancy::WorkspaceTransaction& tx,
                                 const auth::NewInvitation& invitation);
/// A new link, the old one is dead.
void resend_invitation(tenancy::WorkspaceTransaction& tx, auth::InvitationId id);
void cancel_invitation(tenancy::WorkspaceTransaction& tx, auth::InvitationId id);

/// The last active holder of the top role stays: « identity.refusal.last_admin ».
void change_role(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member,
                 std::string_view role);
void deactivate_member(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member);
void reactivate_member(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member);

/// How somebody who is signed in shows that it is still he: by his password or, when he has none,
/// by a sign-in of the last ten minutes.
enum class Proof { password, recent_sign_in, sign_in_again };
inline constexpr std::chrono::minutes sign_in_proves_for{10};
Proof proof_of(guard::Call& call);
/// The key of the sentence that refuses him, empty when it is he. `typed` is his password, which
/// may be missing.
std::string proof_problem(guard::Call& call, std::string_view typed);

std::vector<auth::MemberDetail> list_members(tenancy::WorkspaceTransaction& tx, tenancy::Side side);
std::vector<auth::Invitation> list_invitations(tenancy::WorkspaceTransaction& tx);
std::vector<auth::SignIn> sign_in_history(tenancy::WorkspaceTransaction& tx);

} // namespace identity
