#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/privacy/request.hpp"

#include <string>
#include <vector>

namespace privacy
{

/// To the person, unless he has no e-mail: received, with the day of the answer; answered.
void mail_received(tenancy::WorkspaceTransaction& tx, const Request& request);
void mail_answered(tenancy::WorkspaceTransaction& tx, const Request& request);
/// The active members who may answer and have an address, at most 20.
std::vector<auth::MemberName> answering_members(tenancy::WorkspaceTransaction& tx);
/// To each of them: somebody asks; somebody has been waiting for long.
void mail_team(tenancy::WorkspaceTransaction& tx, const Request& request, const std::string& key);

} // namespace privacy
