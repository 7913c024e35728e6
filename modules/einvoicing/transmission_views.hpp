#pragma once

#include "kernel/html/html.hpp"
#include "modules/einvoicing/dispatch.hpp"
#include "modules/einvoicing/transmission.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace einvoicing
{

/// What the platform has of an issued invoice, on its page.
struct TransmissionView {
    std::optional<Transmission> transmission; ///< none: never sent
    std::vector<Status> history{};
    std::vector<Dispatch> said{}; ///< what we told of it
    std::map<tenancy::MembershipId, std::string> names{};
    bool is_on = false;    ///< the platform is active
    bool may_send = false; ///< who looks may have it sent, and it may leave
    html::Url send;
    html::Html guard;
    std::string zone;
};
html::Html transmission_card(const TransmissionView& view);

} // namespace einvoicing
