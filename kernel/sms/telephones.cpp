#include "kernel/sms/telephones.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/sms/number.hpp"
#include "kernel/sms/sms.hpp"

namespace sms
{
namespace
{

Telephones& of_clients()
{
    static Telephones who_knows = nullptr;
    return who_knows;
}

std::string telephone_of(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto member = auth::member(tx, id);
    if (!member) return {};
    if (member->side == tenancy::Side::staff) return auth::phone_of(tx, id);
    return of_clients() == nullptr ? std::string{} : of_clients()(tx, id);
}

} // namespace

void ask_for_telephones(Telephones who_knows)
{
    of_clients() = who_knows;
}

std::optional<std::string> number_of(tenancy::WorkspaceTransaction& tx,
                                     tenancy::MembershipId member)
{
    const auto& preset = presets::find(tx.workspace().preset);
    auto number = international(telephone_of(tx, member), calling_code_of(preset.tax_regime));
    if (!number || !may_receive(*number) || is_stopped(tx, *number)) return {};
    return number;
}

} // namespace sms
