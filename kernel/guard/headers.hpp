#pragma once

#include "kernel/guard/site.hpp"
#include "kernel/http/message.hpp"

#include <string>
#include <string_view>

namespace guard
{

/// Private pages are revalidated by ETag; what carries a notice or a secret is never stored.
enum class Storing { Revalidated, Forbidden };

/// The texts that stand for a form's key and the visitor's token in a rendered page until it is
/// sent, so that two renderings of one state are the same bytes and answer 304. Random per process.
const std::string& form_key_placeholder();
const std::string& csrf_placeholder();
bool uses_form_guard(const http::Response& response);
/// A page whose form is known again by its key: once used, the page is another.
bool holds_form_key(const http::Response& response);
/// Not a fragment, nor an answer without words: what is shown once is shown here.
bool is_whole_page(const http::Response& response);

/// Of a rendered page, before its forms get their keys.
std::string etag_of(std::string_view body);
http::Response not_modified(std::string_view etag);

/// Cache headers, ETag of the bytes, then a fresh key and a freshly masked token in every form.
void finish_page(http::Response& response, Storing storing, std::string_view csrf_token);

/// Content-Security-Policy and the rest, on every answer (notes in docs/operations/security.md).
http::Response with_security_headers(const Site& site, http::Response response);

} // namespace guard
