#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sms
{

struct WebRequest {
    std::string method = "GET";
    std::string url; ///< https, or http to this very machine
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
};

struct WebAnswer {
    int status = 0; ///< 0 = none came
    std::string body;
    bool has_left = true; ///< false: the request never reached the other side
    std::string failure;  ///< why none came
};

/// One request over one connection, at most 30 s and 200 kB of answer; certificates are verified
/// and redirects not followed. Any thread.
WebAnswer exchange(const WebRequest& request);

/// Throws std::invalid_argument for an address that is neither https nor this machine's.
void check_reachable(const std::string& url);

} // namespace sms
