#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/tone.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ui
{

enum class ColumnWidth { Natural, Fill };
enum class ColumnAlign { Left, Right };

struct Column {
    std::string label;
    ColumnAlign align = ColumnAlign::Left;
    ColumnWidth width = ColumnWidth::Natural;
    bool is_label_hidden = false; ///< said to screen readers only
    std::string classes;          ///< "hidden lg:table-cell"; the cells repeat them
};

struct List {
    std::string caption; ///< for screen readers: « Tickets à traiter, triés par échéance »
    std::vector<Column> columns;
    html::Html rows;
};
/// Edge-to-edge table, worked with J, K, Enter and X. On a phone each row folds into a card, by CSS
/// alone, from the cells that say their place there by one of these classes:
///
///     who ..... when      whom it is about (party_cell), the moment
///     what                the link; all of the card is its target
///     state mark .. aside
///
/// The others are not shown there.
html::Html list(const List& list);

struct ListRow {
    std::string id; ///< "ticket_1284": what a live refresh compares
    bool is_unread = false;
    bool is_selected = false;
};
html::Html list_row(const ListRow& row, const html::Html& cells);
html::Html cell(const html::Html& content, std::string_view classes = {});
/// The « who » of a row: a name, with its avatar on a phone.
html::Html party_cell(std::string_view name);

struct Pager {
    std::string range; ///< « 1 – 50 sur 128 »
    std::optional<html::Url> previous;
    std::optional<html::Url> next;
};
html::Html pager(const Pager& pager);

/// Whether the title of an empty state is that of the page.
enum class EmptyTitle { OfPart, OfPage };

/// One sentence saying what will appear here, and the way to make it appear.
struct EmptyState {
    Icon icon;
    std::string title;
    std::string detail;
    html::Html actions;
    Tone tone = Tone::Gray;
    std::string reference; ///< for support, on errors
    EmptyTitle level = EmptyTitle::OfPart;
};
html::Html empty_state(const EmptyState& state);

} // namespace ui
