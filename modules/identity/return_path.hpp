#pragma once

#include <string>
#include <string_view>

namespace identity
{

inline constexpr std::size_t return_path_bytes_max = 2'000;

/// `next` when it is a path of this site and nothing else, however it is disguised: one slash, no
/// backslash, no control character or space, no encoded slash at the start, no sign-in page. Else
/// empty.
std::string safe_return_path(std::string_view next);

} // namespace identity
