#include "kernel/guard/route.hpp"

namespace guard
{

Access open_to_all(std::string_view reason)
{
    return {.kind = Access::Kind::open, .permission = "", .reason = std::string{reason}};
}

Access signed_by_machine(std::string_view reason)
{
    auto access = open_to_all(reason);
    access.sender = Sender::machine;
    return access;
}

Access any_person()
{
    return {.kind = Access::Kind::person, .permission = "", .reason = ""};
}

Access needs(std::string_view permission)
{
    return {.kind = Access::Kind::staff, .permission = std::string{permission}, .reason = ""};
}

Access needs_confirmed(std::string_view permission)
{
    auto access = needs(permission);
    access.account = Account::confirmed;
    return access;
}

Access any_member()
{
    return {.kind = Access::Kind::staff, .permission = "", .reason = ""};
}

} // namespace guard
