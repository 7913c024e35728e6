#pragma once

#include "kernel/sms/sms.hpp"

namespace sms
{

/// Written without its delivery. Throws std::invalid_argument for a number that is not E.164.
MessageId write_message(tenancy::WorkspaceTransaction& tx, const NewMessage& message);

} // namespace sms
