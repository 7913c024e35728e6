#pragma once

#include "kernel/files/intake.hpp"

#include <variant>

namespace einvoicing
{

/// A file that was sent, judged by its content: XML and what any form takes may be kept, at most
/// original_bytes_max; the rest is turned away with a sentence. Throws std::system_error when it
/// cannot be read.
std::variant<files::Taken, files::Turned> judged(const files::Offered& offered);

} // namespace einvoicing
