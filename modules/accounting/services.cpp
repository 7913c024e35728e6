#include "modules/accounting/services.hpp"

namespace accounting
{
namespace
{

/// Handlers are plain functions: what they need is set once at start.
ServiceOptions& used()
{
    static ServiceOptions the_options;
    return the_options;
}

} // namespace

void use_services(ServiceOptions options)
{
    used() = options;
}

const ServiceOptions& services()
{
    return used();
}

} // namespace accounting
