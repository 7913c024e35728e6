#pragma once

#include <string>

namespace kernel
{
class Module;
}
namespace secrets
{
class Vault;
}

/// Front door of payments: money that a provider takes online for an invoice. Nobody calls it: what
/// comes in is recorded by `invoices::record_payment`, and its events tell everybody.
namespace payments
{

void describe(kernel::Module& module);

/// Where providers may be: the internet, or this very machine too (tests).
enum class ProviderReach { internet, loopback_too };
struct ProviderOptions {
    const secrets::Vault* vault = nullptr; ///< outlives every user
    std::string stripe_address{};          ///< empty: Stripe’s own
    std::string paypal_address{};          ///< the same
    std::string gocardless_address{};      ///< the same
    ProviderReach reach = ProviderReach::internet;
};
/// Given once at start, before any thread; again replaces (tests).
void use_providers(ProviderOptions options);

} // namespace payments
