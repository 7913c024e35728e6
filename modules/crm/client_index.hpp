#pragma once

#include "kernel/search/search.hpp"
#include "modules/crm/client.hpp"

#include <string_view>

/// What clients and contacts are found by, and how they are shown. For the team only.
namespace crm
{

/// Name of the source that reads a client's words.
inline constexpr std::string_view client_words = "crm.client";

/// Name, telephone, e-mail and town; the keyed hashes instead of what the workspace encrypts.
search::Document names_of(const Client& client);
search::Document names_of(const Contact& contact);

search::Kind client_kind();
search::Kind contact_kind();
search::Source client_source();
search::Source contact_source();

} // namespace crm
