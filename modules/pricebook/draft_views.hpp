#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/pricebook/book_views.hpp"

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
    guard::FormView fields; ///< ActivateDraft
};
html::Html activation_page(const ActivationView& view);

} // namespace pricebook
