#pragma once

#include "modules/tickets/checklist_actions.hpp"
#include "modules/tickets/ticket_forms.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace tickets
{

BOOST_DESCRIBE_ENUM(Tick, undo, done)

/// On a ticket, or as a template.
struct SaveChecklist {
    forms::Text<2, 80> title;
    forms::LongText<1, 9'000> items; ///< one a line
    bool is_required = false;
    std::optional<SeenVersion> version; ///< of a template: what the page showed
};
BOOST_DESCRIBE_STRUCT(SaveChecklist, (), (title, items, is_required, version))

struct TickItem {
    Tick tick = Tick::done;
};
BOOST_DESCRIBE_STRUCT(TickItem, (), (tick))

} // namespace tickets
