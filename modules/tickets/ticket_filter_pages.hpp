#pragma once

#include "kernel/guard/call.hpp"
#include "modules/tickets/ticket_board_store.hpp"

#include <array>
#include <string>

/// What the list and the board have in common: how they are narrowed, and the way from one to the
/// other.
namespace tickets
{

/// Of the query string. A state or priority nobody knows narrows nothing.
Filter filter_of(const guard::Call& call, const presets::Preset& preset);
/// Empty without a filter on one; throw base::NotFound for what this workspace does not hold.
std::string project_name_of(tenancy::WorkspaceTransaction& tx, const Filter& filter);
std::string client_name_of(tenancy::WorkspaceTransaction& tx, const Filter& filter);

/// What an address of the list may ask.
inline constexpr std::array<const char*, 10> asked_names{
    "vue",      "statut",    "priorite",  "projet",    "client",
    "attribue", "categorie", "ouvert_du", "ouvert_au", "non_lus"};

/// List or board; in the bar, on phones beside the filters.
html::Html layout_switch(const guard::Call& call, Layout shown, std::string_view classes);
/// The right part of the bar: list or board, and a new ticket.
html::Html ticket_bar(const guard::Call& call, Layout shown);
/// Keeps what the reader chose and leads there.
http::Response choose_layout(guard::Call& call);

} // namespace tickets
