#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/privacy/request.hpp"

#include <string>

namespace privacy
{

/// To the person, unless he has no e-mail: received, with the day of the answer; answered.
void mail_received(tenancy::WorkspaceTransaction& tx, const Request& request);
void mail_answered(tenancy::WorkspaceTransaction& tx, const Request& request);
/// To each active member who may answer: somebody asks; somebody has been waiting for long.
void mail_team(tenancy::WorkspaceTransaction& tx, const Request& request, const std::string& key);

} // namespace privacy
