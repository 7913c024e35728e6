#pragma once

#include "kernel/html/html.hpp"
#include "modules/pricebook/replayed.hpp"
#include "modules/pricebook/version.hpp"

#include <string>

namespace pricebook
{

inline constexpr std::size_t replayed_clients_shown = 200;

struct ReplayView {
    std::string slug;
    base::Currency currency = base::Currency::EUR;
    Version version;
    base::Date from;
    Replay replay;
};
html::Html replay_page(const ReplayView& view);

} // namespace pricebook
