#include "modules/identity/handover_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/mails.hpp"

#include <algorithm>

namespace identity
{

namespace
{

using auth::MembershipStatus;
using tenancy::MembershipId;
using tenancy::WorkspaceTransaction;

const presets::Preset& preset_of(const WorkspaceTransaction& tx)
{
    return presets::find(tx.workspace().preset);
}

std::string page_path(const WorkspaceTransaction& tx)
{
    return "/e/" + tx.workspace().slug + "/reglages/propriete";
}

void require_lower_role(const WorkspaceTransaction& tx, std::string_view code)
{
    const auto* role = preset_of(tx).find_role(code);
    base::refuse_unless(role != nullptr && role->side == presets::Side::staff &&
                            code != auth::top_role(preset_of(tx)),
                        "identity.refusal.unknown_role");
}

auth::Handover handover_of_actor(WorkspaceTransaction& tx)
{
    const auto live = auth::live_handover(tx);
    const auto actor = tx.actor().membership;
    base::refuse_unless(live && (live->giver == actor || live->receiver == actor),
                        "identity.refusal.handover_over");
    return *live;
}

mails::Recipient recipient(WorkspaceTransaction& tx, MembershipId id)
{
    const auto member = auth::member(tx, id);
    return {member ? member->name : std::string{}, auth::email_of(tx, id)};
}

void write(WorkspaceTransaction& tx, MembershipId to, mails::HandoverNews news,
           std::string_view other)
{
    const auto reader = recipient(tx, to);
    if (reader.email.empty()) return;
    mail::send(tx, mails::handover(reader, news, {.business = tx.workspace().name, .other = other},
                                   page_path(tx)));
}

void note(WorkspaceTransaction& tx, std::string_view action, MembershipId subject,
          std::vector<audit::Change> changes = {})
{
    audit::append(tx, {.action = action,
                       .subject_kind = "membership",
                       .subject = subject.value,
                       .changes = std::move(changes)});
}

void give_role(WorkspaceTransaction& tx, const auth::Membership& member, std::string_view role)
{
    if (member.role == role) return;
    auth::set_role(tx, member.id, role);
    note(tx, "identity.role_changed", member.id, {{"role", member.role, std::string{role}}});
    events::publish(tx, MemberRoleChanged{.membership = member.id,
                                          .before = member.role,
                                          .after = std::string{role}});
}

} // namespace

std::vector<auth::MemberDetail> possible_receivers(WorkspaceTransaction& tx)
{
    auto members = auth::member_details(tx, tenancy::Side::staff);
    std::erase_if(members, [&](const auth::MemberDetail& member) {
        return member.id == tx.actor().membership || member.email.empty() ||
               member.status != MembershipStatus::active;
    });
    return members;
}

void offer_handover(WorkspaceTransaction& tx, MembershipId receiver, std::string_view kept_role)
{
    if (tx.actor().role != auth::top_role(preset_of(tx))) throw base::Forbidden{"members.manage"};
    require_lower_role(tx, kept_role);
    const auto live = auth::live_handover(tx);
    base::refuse_unless(!live || live->giver == tx.actor().membership,
                        "identity.refusal.handover_open");
    const auto possible = possible_receivers(tx);
    base::refuse_unless(std::ranges::find(possible, receiver, &auth::MemberDetail::id) !=
                            possible.end(),
                        "identity.refusal.no_receiver");
    auth::offer_handover(tx, receiver, kept_role);
    note(tx, "identity.handover_offered", receiver);
    write(tx, receiver, mails::HandoverNews::offered, tx.actor().name);
}

void accept_handover(WorkspaceTransaction& tx)
{
    const auto handover = handover_of_actor(tx);
    const auto top = auth::top_role(preset_of(tx));
    const auto giver = auth::membership_by_id(tx, handover.giver);
    const auto receiver = auth::membership_by_id(tx, handover.receiver);
    base::refuse_unless(receiver.id == tx.actor().membership && giver.role == top &&
                            giver.status == MembershipStatus::active &&
                            receiver.status == MembershipStatus::active &&
                            auth::end_handover(tx, handover.id),
                        "identity.refusal.handover_over");
    give_role(tx, receiver, top);
    give_role(tx, giver, handover.kept_role);
    note(tx, "identity.handover_accepted", giver.id);
    write(tx, receiver.id, mails::HandoverNews::received, recipient(tx, giver.id).name);
    write(tx, giver.id, mails::HandoverNews::given, recipient(tx, receiver.id).name);
}

void end_handover(WorkspaceTransaction& tx)
{
    const auto handover = handover_of_actor(tx);
    base::refuse_unless(auth::end_handover(tx, handover.id), "identity.refusal.handover_over");
    const auto is_giver = handover.giver == tx.actor().membership;
    note(tx, is_giver ? "identity.handover_withdrawn" : "identity.handover_declined",
         handover.receiver);
    write(tx, is_giver ? handover.receiver : handover.giver,
          is_giver ? mails::HandoverNews::withdrawn : mails::HandoverNews::declined,
          tx.actor().name);
}

} // namespace identity
