#pragma once

#include "kernel/http/message.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace http
{

/// How much of a body a request may carry, decided from its head before a byte of it is read.
struct BodyPolicy {
    std::uint64_t bytes_max = 64 * 1024;
    bool accepts_files = false; ///< false: a multipart part with a file name answers 415
};

struct ServerOptions {
    std::string listen = "127.0.0.1:8080"; ///< "address:port"; port 0 picks a free one
    int workers = 4;                       ///< threads that run handlers
    std::size_t queue_max = 256; ///< requests waiting for a worker; the next gets 503 at once
    std::size_t connections_max = 20'000;
    std::size_t streams_max = 15'000;           ///< of the connections; the next gets 503
    std::size_t connections_per_peer_max = 100; ///< loopback peers are not counted
    std::chrono::milliseconds idle_timeout{60'000};
    std::chrono::milliseconds header_timeout{10'000};      ///< absolute, from the first byte
    std::chrono::milliseconds body_stall_timeout{30'000};  ///< without progress
    std::chrono::milliseconds write_stall_timeout{30'000}; ///< without progress
    std::chrono::milliseconds stop_timeout{20'000}; ///< in-flight requests are answered until then
    std::size_t header_bytes_max = 16 * 1024;
    std::size_t header_fields_max = 100;
    std::size_t target_bytes_max = 8 * 1024;
    std::vector<std::string> trusted_proxies; ///< whose X-Forwarded-For and -Proto are believed
    std::string tls_certificate_file;         ///< both set: TLS 1.2+ on the same listener
    std::string tls_key_file;
    std::filesystem::path temporary_folder; ///< for uploads; must exist
    /// The page of a refusal that no handler saw (400, 408, 413…, 500, 503). Any thread, must not
    /// throw. None: a line of plain text.
    std::function<Response(int status)> error_page;
};

/// Runs on a worker thread; ordinary synchronous code. Exceptions must not escape: the router turns
/// them into pages; one that escapes all the same answers a bare 500 and is logged.
using Handler = std::function<Response(Request&)>;
/// Runs on the I/O thread, for what needs no waiting (static assets, health): nothing = not mine.
using FastHandler = std::function<std::optional<Response>(const Request&)>;
/// Runs on the I/O thread with method, path and headers only.
using BodyPolicyOf = std::function<BodyPolicy(const Request&)>;

/// Counters for /metrics; totals since start.
struct ServerStatistics {
    std::uint64_t requests = 0;
    std::uint64_t refused_busy = 0; ///< 503: the queue was full
    std::uint64_t bad_requests = 0;
    std::uint64_t connections_open = 0;
    std::uint64_t streams_open = 0;
    std::uint64_t queue_length = 0;
};

/// HTTP/1.1; heads are parsed by Boost.Beast. One I/O thread, a bounded pool of workers. Requests
/// of one connection are answered strictly in order. GET and HEAD bodies, ambiguous lengths,
/// obs-fold, unknown methods and whatever else could be read two ways are refused with one 4xx and
/// the connection closed (tests/contracts/http-smuggling).
class Server
{
  public:
    Server(ServerOptions options, Handler handler, FastHandler fast = {}, BodyPolicyOf policy = {});
    ~Server(); ///< stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Binds and starts the threads; raises the process's soft limit of open files towards
    /// connections_max. Throws base::Refusal{"http.refusal.address"} with `address`
    /// when it cannot be listened on, base::Refusal{"http.refusal.certificate"} for unusable TLS
    /// files.
    void start();
    /// The port really bound.
    std::uint16_t port() const;
    /// Stops accepting, answers what is in flight with « Connection: close », closes idle
    /// connections, returns when done. After stop_timeout connections are cut; a handler that still
    /// runs is waited for. Safe from any thread but a worker, also twice.
    void stop();
    ServerStatistics statistics() const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace http
