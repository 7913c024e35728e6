#include "kernel/mail/willing.hpp"

namespace mail
{
namespace
{

Willing& decider()
{
    static Willing the_decider = nullptr;
    return the_decider;
}

} // namespace

void ask_before_writing(Willing who)
{
    decider() = who;
}

std::vector<bool> willing(tenancy::WorkspaceTransaction& tx, std::string_view event,
                          const std::vector<Addressee>& addressees)
{
    if (decider() == nullptr) return std::vector<bool>(addressees.size(), true);
    return decider()(tx, event, addressees);
}

} // namespace mail
