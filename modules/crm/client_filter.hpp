#pragma once

#include "modules/crm/client_store.hpp"

#include <optional>
#include <string>

namespace crm
{

/// What the list of clients is narrowed to, as its address says it.
struct ClientFilter {
    std::string query; ///< of a name, an address or a telephone, as typed
    std::string type;  ///< code of the preset's list; empty = all
    std::optional<ClientStatus> status;
    TagId tag;                       ///< zero = all
    std::optional<base::Date> since; ///< added that day or later
    bool with_archived = false;
    bool is_inactive = false; ///< only those with whom nothing happens any more
    ClientOrder order = ClientOrder::name;

    /// More than words is asked.
    bool is_narrowed() const { return !type.empty() || status || tag || since || is_inactive; }
};

ClientSearch search_for(const ClientFilter& filter, std::string_view zone);

} // namespace crm
