#pragma once

#include "kernel/guard/call.hpp"

namespace privacy
{

/// On a client's record: what each of his people agreed to, when, how, and what proves it. Nothing
/// when nobody signs in for him.
html::Html consents_panel(guard::Call& call);

} // namespace privacy
