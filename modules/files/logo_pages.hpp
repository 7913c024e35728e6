#pragma once

#include "kernel/guard/call.hpp"

#include <cstdint>

/// « Réglages › Logo ».
namespace files
{

inline constexpr std::int64_t logo_bytes_max = 2'000'000;
/// More than a logo may have, so that a photo is refused beside its field.
inline constexpr std::uint64_t logo_form_bytes_max = 12'000'000;

http::Response show_logo(guard::Call& call);
http::Response update_logo(guard::Call& call);
http::Response delete_logo(guard::Call& call);

} // namespace files
