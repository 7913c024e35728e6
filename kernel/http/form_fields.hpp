#pragma once

#include "kernel/http/message.hpp"

namespace http
{

/// Of the body of a form: a quote of 200 lines sends nine for each.
inline constexpr std::size_t form_fields_max = 2500;

/// As parse_urlencoded, with at most form_fields_max pairs.
Fields parse_form(std::string_view text);

} // namespace http
