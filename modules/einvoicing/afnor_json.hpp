#pragma once

#include "modules/einvoicing/platform_connector.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What XP Z12-013 says in JSON. Any bytes may be read. For this module only.
namespace einvoicing::afnor
{

std::string search_body(const FlowSearch& search);
std::string flow_info(const NewFlow& flow);
/// Nothing for what is no page of flows; a flow without id or time is left out.
std::optional<FlowPage> page_in(std::string_view body);
/// Empty: none.
std::string flow_id_in(std::string_view body);
std::string token_in(std::string_view body);
std::string error_words(std::string_view body);

} // namespace einvoicing::afnor
