#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http
{

/// Where a request may go: HTTPS, or plain HTTP to this very machine too.
enum class Reach { https_only, loopback_too };
bool is_reachable(std::string_view address, Reach reach);

/// What is asked of somebody else's server.
struct ClientRequest {
    std::string method = "GET"; ///< with a body: POST, PUT, PATCH
    std::string address;
    std::vector<std::pair<std::string, std::string>>
        headers{}; ///< besides `Accept: application/json`
    std::string body{};
    Reach reach = Reach::https_only;
    std::chrono::milliseconds time_max = std::chrono::seconds{30}; ///< for all of it
    std::size_t answer_bytes_max = 200'000; ///< of the body; more is a failure
};

struct ClientAnswer {
    int status = 0; ///< 0 = none came
    std::string body;
    bool has_left = true;                ///< false: the request never reached the other side
    std::string failure;                 ///< why none came, for the log
    std::chrono::seconds retry_after{0}; ///< as « Retry-After » asks; 0 = it did not
};

/// One request over one connection of TLS 1.2 at least; certificates are verified, redirects are
/// not followed. Throws std::invalid_argument for an address out of reach. Waits for the network:
/// never inside a transaction. Any thread.
ClientAnswer send(const ClientRequest& request);

} // namespace http
