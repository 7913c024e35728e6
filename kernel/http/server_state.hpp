#pragma once

#include "kernel/http/server.hpp"
#include "kernel/http/trusted_proxies.hpp"
#include "kernel/http/worker_pool.hpp"

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace http
{

/// What the connections of one server share. Everything but `pool` and `counts` belongs to the I/O
/// thread.
class ServerState
{
  public:
    ServerState(ServerOptions options_, Handler handler_, FastHandler fast_, BodyPolicyOf policy_);

    const ServerOptions options;
    const Handler handler;
    const FastHandler fast;
    const BodyPolicyOf policy;
    const TrustedProxies proxies;
    WorkerPool pool;
    bool stopping = false;

    struct Counts {
        std::atomic<std::uint64_t> requests{0};
        std::atomic<std::uint64_t> refused_busy{0};
        std::atomic<std::uint64_t> bad_requests{0};
        std::atomic<std::uint64_t> connections_open{0};
        std::atomic<std::uint64_t> streams_open{0};
    } counts;

    /// 16 hex digits, not guessable in advance, unique in this process.
    std::string next_request_id();
    /// The Date header, written once a second.
    std::string_view date();

    /// The answer to a request that never reached a handler, or whose handler failed.
    Response error_answer(int status) const;
    /// Runs the handler; an exception that escapes it becomes a bare answer.
    Response run_handler(Request& request) const;
    std::optional<Response> run_fast(const Request& request) const;

  private:
    std::uint64_t id_seed_;
    std::uint64_t id_count_ = 0;
    std::int64_t date_second_ = 0;
    std::string date_text_;
};

} // namespace http
