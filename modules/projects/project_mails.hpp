#pragma once

#include "kernel/tenancy/context.hpp"

#include <string>

namespace projects
{

/// « Malo Kervella attend un site »: to the admins, in the transaction of the registration.
void mail_waiting_client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                         const std::string& person_name);
/// The mails that a business may write in its own words. At start.
void offer_mails();

} // namespace projects
