#include "modules/payments/provider_api.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/message.hpp"
#include "modules/payments/options.hpp"

#include <stdexcept>

namespace payments
{
namespace
{

constexpr std::chrono::seconds answer_waited_for{15};
constexpr std::size_t answer_bytes_max = 500'000;
constexpr int least_server_error = 500;

Trouble trouble_of(int status)
{
    if (status == 401 || status == 403) return Trouble::bad_credentials;
    // 409: the same request is still being worked on.
    if (status == 0 || status == 409 || status == 429 || status >= least_server_error)
        return Trouble::later;
    return Trouble::refused;
}

} // namespace

http::ClientAnswer ask(Question question)
{
    if (!question.type.empty()) question.headers.emplace_back("Content-Type", question.type);
    return http::send({.method = std::move(question.method),
                       .address = std::move(question.address),
                       .headers = std::move(question.headers),
                       .body = std::move(question.body),
                       .reach = options().reach == ProviderReach::loopback_too
                                    ? http::Reach::loopback_too
                                    : http::Reach::https_only,
                       .time_max = answer_waited_for,
                       .answer_bytes_max = answer_bytes_max});
}

Failure failure_of(const http::ClientAnswer& answer, std::string words)
{
    if (words.empty()) words = answer.failure;
    return {.trouble = trouble_of(answer.status),
            .code = answer.status,
            .words = base::shorten(words, provider_words_max)};
}

Failure unreadable(const http::ClientAnswer& answer)
{
    return {.trouble = Trouble::refused, .code = answer.status, .words = "unreadable answer"};
}

std::string segment(std::string_view id)
{
    return http::encode_component(id);
}

std::unique_ptr<Provider> provider_of(std::string_view name, Access access)
{
    if (name == stripe) return make_stripe(std::move(access));
    if (name == paypal) return make_paypal(std::move(access));
    if (name == gocardless) return make_gocardless(std::move(access));
    throw std::logic_error{"no such payment provider"};
}

} // namespace payments
