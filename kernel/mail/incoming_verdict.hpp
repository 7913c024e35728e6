#pragma once

#include "kernel/mail/incoming.hpp"

#include <string_view>

namespace mail
{

/// What a header Authentication-Results (RFC 8601) says of the sender: « mx.vigie.example 1;
/// dkim=pass …; dmarc=pass (p=reject) header.from=client.example ». What stands between quotes or
/// in a comment is the sender's own and is not read; nothing is believed unless « dmarc= » is said
/// once.
Verdict verdict_in(std::string_view results);

} // namespace mail
