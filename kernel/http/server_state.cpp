#include "kernel/http/server_state.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/delivery.hpp"
#include "kernel/log/log.hpp"

#include <array>
#include <chrono>
#include <cstring>
#include <utility>

namespace http
{
namespace
{

std::uint64_t random_seed()
{
    const auto bytes = base::random_bytes(sizeof(std::uint64_t));
    std::uint64_t seed = 0;
    std::memcpy(&seed, bytes.data(), sizeof seed);
    return seed;
}

/// SplitMix64's finisher: a bijection, so distinct counts give distinct ids.
std::uint64_t mix(std::uint64_t x)
{
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
}

} // namespace

ServerState::ServerState(ServerOptions options_, Handler handler_, FastHandler fast_,
                         BodyPolicyOf policy_)
    : options{std::move(options_)}, handler{std::move(handler_)}, fast{std::move(fast_)},
      policy{std::move(policy_)}, proxies{options.trusted_proxies},
      pool{options.workers, options.queue_max}, id_seed_{random_seed()}
{
}

std::string ServerState::next_request_id()
{
    constexpr std::string_view digits = "0123456789abcdef";
    auto number = mix(id_seed_ + ++id_count_);
    std::string id(16, '0');
    for (auto& digit : id) {
        digit = digits[number & 15U];
        number >>= 4U;
    }
    return id;
}

std::string_view ServerState::date()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto second = std::chrono::duration_cast<std::chrono::seconds>(now).count();
    if (second != date_second_) {
        date_second_ = second;
        date_text_ = http_date(second);
    }
    return date_text_;
}

Response ServerState::error_answer(int status) const
{
    if (options.error_page) return options.error_page(status);
    return Response::text(std::to_string(status) + ' ' + std::string{reason_phrase(status)} + '\n',
                          status);
}

Response ServerState::run_handler(Request& request) const
{
    const logs::RequestScope scope{{.request = request.id}};
    try {
        return handler(request);
    } catch (const BadRequest& bad) {
        return error_answer(bad.status);
    } catch (const std::exception& fault) {
        logs::error("http.handler_failed", {{"cause", fault.what()}});
        return error_answer(500);
    }
}

std::optional<Response> ServerState::run_fast(const Request& request) const
{
    try {
        return fast(request);
    } catch (const std::exception& fault) {
        logs::error("http.fast_handler_failed", {{"cause", fault.what()}});
        return error_answer(500);
    }
}

} // namespace http
