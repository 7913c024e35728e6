#pragma once

#include "kernel/http/client.hpp"
#include "modules/payments/provider.hpp"

#include <string>
#include <utility>
#include <vector>

/// How the servers of providers are spoken to. For this module only.
namespace payments
{

struct Question {
    std::string method = "GET";
    std::string address;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string type{}; ///< of the body
    std::string body{};
};
/// Waits for the network, 15 seconds at most.
http::ClientAnswer ask(Question question);

/// What an answer that is no success means; `words` are the provider’s own.
Failure failure_of(const http::ClientAnswer& answer, std::string words);
/// A success that says nothing one can read.
Failure unreadable(const http::ClientAnswer& answer);
/// Ids come from providers, and go into paths: nothing else does.
std::string segment(std::string_view id);

inline constexpr std::size_t provider_words_max = 300; ///< bytes

std::unique_ptr<Provider> make_stripe(Access access);
std::unique_ptr<Provider> make_paypal(Access access);
std::unique_ptr<Provider> make_gocardless(Access access);

} // namespace payments
