#pragma once

#include "modules/tickets/sla_views.hpp"
#include "modules/tickets/ticket_board_store.hpp"
#include "modules/tickets/ticket_filter_views.hpp"

#include <string>
#include <vector>

namespace tickets
{

struct BoardColumn {
    const presets::State* state = nullptr;
    std::vector<BoardCard> cards;
    std::vector<const presets::Move*> moves; ///< of the reader, from this state
};

struct BoardView {
    const Narrowed& shown;
    const Reading& reading;
    std::vector<BoardColumn> columns;
    SlaSigns signs;      ///< of the cards
    CategoryNames filed; ///< of the cards
    std::string refused; ///< why the card just moved is where it was; empty = nothing
    html::Html guard;
    html::Html layout_switch; ///< of phones
};
html::Html ticket_board(const BoardView& view);

/// Whether the move asks for words, which are written on the page of the ticket.
bool asks_words(const presets::Move& move);

} // namespace tickets
