#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/replayed.hpp"

#include <set>

namespace pricebook
{

struct DraftView {
    std::string slug;
    html::Html guard;
    base::Currency currency = base::Currency::EUR;
    std::optional<Version> draft;
    std::optional<Version> scheduled; ///< there is no draft then
    std::vector<Item> items;
    guard::FormView category; ///< RenameCategory
};
html::Html draft_page(const DraftView& view);

struct ItemFormView {
    std::string slug;
    html::Url action;
    html::Html guard;
    guard::FormView fields;              ///< SaveItem
    std::vector<std::string> categories; ///< those of the draft
    std::string name;                    ///< as saved; empty for a new one
    std::string currency_sign;
};
html::Html item_form(const ItemFormView& view);

struct ActivationView {
    std::string slug;
    html::Html guard;
    base::Currency currency = base::Currency::EUR;
    Version draft;
    std::optional<Version> active;
    Comparison comparison;
    Replay replay{};                        ///< of the last twelve months, under the draft
    std::set<tenancy::ClientId> may_keep{}; ///< whose prices change
    std::set<std::string> ticked{};         ///< ids of clients
    guard::FormView fields;                 ///< ActivateDraft
};
inline constexpr std::size_t keepers_max = forms::repeated_values_max; ///< of one activation
/// What changes by client, and a box for who keeps the old price; nothing without invoices.
html::Html kept_prices_card(const ActivationView& view);
html::Html activation_page(const ActivationView& view);

} // namespace pricebook
