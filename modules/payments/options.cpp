#include "modules/payments/options.hpp"

namespace payments
{
namespace
{

/// Handlers are plain functions: what they need is set once at start.
ProviderOptions& used()
{
    static ProviderOptions the_options;
    return the_options;
}

} // namespace

void use_providers(ProviderOptions options)
{
    used() = std::move(options);
}

const ProviderOptions& options()
{
    return used();
}

} // namespace payments
