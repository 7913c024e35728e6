#pragma once

#include "kernel/http/message.hpp"

#include <string>
#include <string_view>

namespace secrets
{
class Vault;
}

namespace guard
{

/// The token of every form of a session or visitor: a keyed hash of its cookie, so nothing is
/// stored and another session's token is wrong.
std::string csrf_token_for(const secrets::Vault& vault, std::string_view cookie_value);

/// The token as one page carries it: mixed with a fresh mask, so that compressing a page that also
/// echoes somebody's text tells nothing about it (BREACH). Every masked form is accepted.
std::string mask_csrf_token(std::string_view token);

/// Whether an unsafe request says it comes from this site: Sec-Fetch-Site (same-origin or none) and
/// Origin (this host) when the browser sends them.
bool is_same_origin(const http::Request& request);

/// Whether it carries `expected` in its `_csrf` field or X-CSRF-Token header. Constant time.
bool carries_csrf_token(const http::Request& request, std::string_view expected);

} // namespace guard
