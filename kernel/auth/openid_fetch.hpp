#pragma once

#include "kernel/http/client.hpp"

#include <chrono>
#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

namespace auth
{

using http::Reach; ///< of a provider; this machine in test mode only

/// Somebody else's server did not let a sign-in be finished. `reason` is for the log.
struct OpenIdFailure : std::exception {
    enum class Kind {
        unreachable, ///< no answer in time, or one that makes no sense: worth trying again
        refused,     ///< the provider said no, or we do not believe what it said
    };

    OpenIdFailure(Kind kind_, std::string reason_) : kind(kind_), reason(std::move(reason_)) {}
    const char* what() const noexcept override { return reason.c_str(); }

    Kind kind;
    std::string reason;
};

inline constexpr std::chrono::seconds fetch_time_max{5};
inline constexpr std::size_t fetch_bytes_max = std::size_t{256} * 1024;
/// At a time in this process: a provider that hangs must not occupy every worker.
inline constexpr int fetches_max = 2;

struct FetchRequest {
    std::string address;
    Reach reach = Reach::https_only;
    std::string form;          ///< urlencoded; when not empty the request is a POST
    std::string authorization; ///< value of the header; may be empty
};
struct Fetched {
    int status = 0;
    std::string body;
};

/// One request, no redirect followed, within the limits above. Throws OpenIdFailure (unreachable).
/// Waits for the network: never inside a transaction.
Fetched fetch(const FetchRequest& request);

} // namespace auth
