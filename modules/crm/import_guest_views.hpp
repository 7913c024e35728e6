#pragma once

#include "kernel/html/html.hpp"
#include "modules/crm/import_guest.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crm
{

/// Whether those the import adds are invited, and from which day; `problem` with that day, in
/// words.
html::Html invite_fields(const ClientImport& import, const std::string& problem);

struct GuestsView {
    std::string slug;
    std::string day; ///< in words; empty = once the file is read
    std::int64_t invited = 0;
    std::int64_t waiting = 0;
    std::vector<SkippedGuest> skipped{}; ///< the first ones
};
html::Html guests_card(const GuestsView& view);

} // namespace crm
