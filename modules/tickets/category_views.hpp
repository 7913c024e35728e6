#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/tickets/category.hpp"

#include <set>
#include <string>
#include <vector>

namespace tickets
{

/// In a list or on a card: the first two by name, « +1 » for the others.
html::Html category_badges(const CategoryNames& filed, TicketId ticket);
/// All of them, the name of a retired one said to be so.
html::Html category_badges(const std::vector<Category>& categories);
/// Boxes named "category"; nothing without categories.
html::Html category_boxes(const std::vector<Category>& offered, const std::set<CategoryId>& ticked);

struct CategoryListView {
    std::string slug;
    std::vector<Category> categories; ///< in order, retired ones included
    std::map<tenancy::MembershipId, std::string> names;
    html::Html guard;
};
html::Html category_list(const CategoryListView& view);

struct CategoryFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    Category category; ///< without an id: a new one
    std::vector<ui::Choice> staff;
    std::string refused;
};
html::Html category_form(const CategoryFormView& view);

} // namespace tickets
