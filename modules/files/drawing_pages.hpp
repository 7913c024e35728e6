#pragma once

#include "kernel/guard/call.hpp"

#include <cstdint>

/// Drawing over a photo, on the team's side.
namespace files
{

/// Of the form: what is drawn, as JSON.
inline constexpr std::uint64_t drawing_form_bytes_max = 400'000;

http::Response edit_drawing(guard::Call& call);
http::Response update_drawing(guard::Call& call);

} // namespace files
