#include "app/health.hpp"

#include "kernel/log/log.hpp"
#include "kernel/log/metrics.hpp"
#include "kernel/tenancy/context.hpp"

#include <fmt/format.h>

namespace app
{

http::Response Health::answer(const http::Request& request) const
{
    if (request.path == "/healthz") return http::Response::text("ok\n");
    try {
        tenancy::Platform{database_}.read([](tenancy::PlatformTransaction&) {});
        return http::Response::text("ready\n");
    } catch (const std::exception& cause) {
        logs::warn("health.not_ready", {{"cause", cause.what()}});
        return http::Response::text("not ready\n", 503);
    }
}

std::string metrics_text(const http::ServerStatistics& statistics)
{
    return fmt::format("etabli_http_requests_total {}\netabli_http_refused_busy_total {}\n"
                       "etabli_http_bad_requests_total {}\netabli_http_connections "
                       "{}\netabli_http_streams {}\netabli_http_queue {}\n",
                       statistics.requests, statistics.refused_busy, statistics.bad_requests,
                       statistics.connections_open, statistics.streams_open,
                       statistics.queue_length) +
           metrics::text();
}

} // namespace app
