#include "modules/mailbox/sender_policy.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

namespace mailbox
{
namespace
{

using tenancy::WorkspaceTransaction;

bool is_same_address(std::string_view a, std::string_view b)
{
    return !a.empty() && base::lower_ascii(a) == base::lower_ascii(b);
}

bool is_vouched_for(const Proof& proof)
{
    const auto& verdict = proof.incoming.verdict;
    const auto& trusted = proof.mailbox.trusted_server;
    const auto& email = proof.incoming.from_email;
    return !trusted.empty() && verdict.server == base::lower_ascii(trusted) &&
           !verdict.domain.empty() && verdict.domain == email.substr(email.rfind('@') + 1);
}

/// The only account of that address.
std::optional<auth::MemberDetail> only_account(WorkspaceTransaction& tx, std::string_view email)
{
    std::optional<auth::MemberDetail> found;
    for (const auto& member : auth::member_details(tx, tenancy::Side::portal)) {
        if (!is_same_address(member.email, email)) continue;
        if (found) return {};
        found = member;
    }
    return found;
}

std::optional<auth::MemberDetail> account_of(WorkspaceTransaction& tx, const Proof& proof)
{
    if (!proof.key) {
        if (!is_vouched_for(proof)) return {};
        return only_account(tx, proof.incoming.from_email);
    }
    if (!proof.key->member || !auth::member(tx, proof.key->member)) return {};
    auto member = auth::member_detail(tx, proof.key->member);
    if (!is_same_address(member.email, proof.incoming.from_email)) return {};
    return member;
}

} // namespace

std::optional<tenancy::Actor> proven_sender(tenancy::Context& house, const Proof& proof)
{
    const auto account =
        house.read([&](WorkspaceTransaction& tx) { return account_of(tx, proof); });
    const bool may_act = account && account->side == tenancy::Side::portal && account->client &&
                         account->status == auth::MembershipStatus::active;
    if (!may_act) return {};
    tenancy::Platform platform{house.database()};
    return platform.read([&](tenancy::PlatformTransaction& tx) -> std::optional<tenancy::Actor> {
        const auto person = auth::person_by_id(tx, account->person);
        if (!person || !person->email_confirmed_at) return {};
        return tenancy::Actor{.person = account->person,
                              .membership = account->id,
                              .side = account->side,
                              .name = account->name,
                              .email = account->email,
                              .role = account->role,
                              .client = account->client,
                              .rights = auth::rights_of(tx, house.workspace(), account->role)};
    });
}

} // namespace mailbox
