#pragma once

#include "kernel/base/refusal.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/http/message.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace guard
{

/// One page or JSON object per refusal, the same for everybody. `request` decides
/// between HTML and {"error":{"code","message"}}. Each says what happened, what is safe, what to do
/// next.
http::Response not_found_page(const Site& site, const http::Request& request);
http::Response method_not_allowed_page(const Site& site, const http::Request& request,
                                       std::string_view allow);
http::Response forbidden_page(const Site& site, const http::Request& request,
                              std::string_view permission);
http::Response forged_page(const Site& site, const http::Request& request);
http::Response read_only_page(const Site& site, const http::Request& request);
http::Response too_many_page(const Site& site, const http::Request& request,
                             std::chrono::seconds wait);
http::Response in_flight_page(const Site& site, const http::Request& request);
http::Response refusal_page(const Site& site, const http::Request& request,
                            const base::Refusal& refusal);
http::Response bad_request_page(const Site& site, const http::Request& request, int status);
http::Response unavailable_page(const Site& site, const http::Request& request);
http::Response incident_page(const Site& site, const http::Request& request,
                             std::string_view incident);
http::Response needs_https_page(const Site& site, const http::Request& request);
http::Response sign_in_needed_json(const Site& site, const http::Request& request);

/// The page of a refusal that no route saw: the server's own 400, 408, 413, 431, 503 and the like.
http::Response server_error_page(const Site& site, int status);

/// Whether the answer should be JSON: an /api/ path, a JSON body or an Accept that prefers it.
bool wants_json(const http::Request& request);

} // namespace guard
