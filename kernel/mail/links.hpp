#pragma once

#include <string>
#include <string_view>

namespace mail
{

/// Where links in mails lead: Configuration::base_url, given once at start before any thread. Until
/// then "http://localhost:8080".
void set_base_url(std::string url);

/// "/e/vigie/tickets" → "https://support.example/e/vigie/tickets". `path` begins with a slash.
std::string absolute_url(std::string_view path);

/// "support.example": what names this installation in the identifiers of messages.
std::string host_name();

} // namespace mail
