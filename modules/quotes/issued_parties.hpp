#pragma once

#include "modules/crm/crm.hpp"
#include "modules/settings/settings.hpp"

#include <string>
#include <string_view>

namespace quotes
{

/// Who wrote to whom, as a paper says it.
struct Parties {
    settings::Profile business;
    crm::Addressee client;
};

/// JSON, kept with what was sent: a business that moves does not change its papers.
std::string frozen(const Parties& parties);
/// Throws on anything but what `frozen` writes.
Parties parties_from(const std::string& text);

} // namespace quotes
