#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "modules/pricebook/change.hpp"
#include "modules/pricebook/showing_store.hpp"
#include "modules/pricebook/version.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pricebook
{

enum class BookTab { prices, draft, versions, special, groups, codes, changes };
/// The seven pages of a price book.
html::Html book_tabs(std::string_view slug, BookTab current);
html::Url book_path(std::string_view slug, std::string_view end = {});

/// « Brouillon », « En vigueur »…, with its colour.
html::Html state_badge(VersionState state);
/// To what the last twelve months would have come to under it.
html::Html replay_link(std::string_view slug, VersionId version);
/// « Modifier les tarifs »: makes a draft of what holds, or of an older version.
html::Html draft_maker(const html::Url& action, const html::Html& guard, const std::string& label);

/// What holds today, and what comes next.
struct BookView {
    std::string slug;
    html::Html guard;
    base::Currency currency = base::Currency::EUR;
    std::optional<Version> active;
    std::optional<Version> scheduled;
    bool has_draft = false;
    std::vector<Item> items; ///< those that match
    std::string query;
    Showing showing = Showing::hidden; ///< to clients, in their portal
};
html::Html book_page(const BookView& view);

/// Cards of items by category; `to_item` makes the link of a row, none = it is only read.
using ItemLink = html::Url (*)(std::string_view slug, ItemId item);
html::Html item_cards(std::string_view slug, const std::vector<Item>& items,
                      base::Currency currency, ItemLink to_item);

struct VersionLine {
    Version version;
    VersionState state = VersionState::draft;
    std::string made_by;
    std::string decided_by;
};
struct VersionListView {
    std::string slug;
    std::string zone;
    std::vector<VersionLine> lines;
};
html::Html version_list(const VersionListView& view);

struct VersionView {
    std::string slug;
    html::Html guard;
    std::string zone;
    base::Currency currency = base::Currency::EUR;
    VersionLine line;
    bool may_copy = false; ///< no other is being prepared
    std::vector<Item> items;
};
html::Html version_page(const VersionView& view);

struct ChangeLine {
    Change change;
    std::string made_by;
};
struct ChangeListView {
    std::string slug;
    std::string zone;
    base::Currency currency = base::Currency::EUR;
    std::vector<ChangeLine> lines;
    std::optional<html::Url> first; ///< back to the newest
    std::optional<html::Url> next;
};
html::Html change_list(const ChangeListView& view);

} // namespace pricebook
