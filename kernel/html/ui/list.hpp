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
/// Edge-to-edge table, worked with J, K, Enter and X. Phones have no room for one: give
/// stacked_list the same rows and put both side by side; each shows on its own sizes.
html::Html list(const List& list);

/// A row of a list on a phone: who, what, then state and what stands on the right.
struct StackedRow {
    html::Url to;
    html::Html lead; ///< large avatar or tile
    std::string who;
    std::string when;
    std::string what;
    html::Html state;
    html::Html aside;
    bool is_unread = false;
};
html::Html stacked_list(std::string_view label, const std::vector<StackedRow>& rows);

struct ListRow {
    std::string id; ///< "ticket_1284": what a live refresh compares
    bool is_unread = false;
    bool is_selected = false;
};
html::Html list_row(const ListRow& row, const html::Html& cells);
html::Html cell(const html::Html& content, std::string_view classes = {});

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
