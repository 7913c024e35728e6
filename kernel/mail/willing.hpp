#pragma once

#include "kernel/tenancy/context.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mail
{

/// Somebody a module would write to: a member, or an address on a record (no membership), with the
/// role whose rules hold for him.
struct Addressee {
    tenancy::MembershipId member;
    std::string role;
};

/// Which of them may be written to about the event, a code of the preset's list
/// « notifications.event »: one answer each, in their order.
using Willing = std::vector<bool> (*)(tenancy::WorkspaceTransaction&, std::string_view event,
                                      const std::vector<Addressee>&);

/// Who answers. Once at start, before any thread; again replaces (tests).
void ask_before_writing(Willing who);

/// Asked before `send` of whatever is not an account's or security mail. Everybody, while nobody
/// was named to answer.
std::vector<bool> willing(tenancy::WorkspaceTransaction& tx, std::string_view event,
                          const std::vector<Addressee>& addressees);

} // namespace mail
