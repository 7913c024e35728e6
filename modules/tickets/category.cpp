#include "modules/tickets/category.hpp"

#include <algorithm>

namespace tickets
{

const Category* neighbour(const std::vector<Category>& in_order, CategoryId id, Place where)
{
    const Category* before = nullptr;
    bool is_next = false;
    for (const auto& category : in_order) {
        if (category.retired_at) continue;
        if (is_next) return &category;
        if (category.id == id) {
            if (where == Place::up) return before;
            is_next = true;
        }
        before = &category;
    }
    return nullptr;
}

std::vector<Category> offered(const std::vector<Category>& all, const std::vector<Category>& held)
{
    std::vector<Category> choices;
    for (const auto& category : all) {
        const bool is_held = std::ranges::any_of(
            held, [&](const Category& other) { return other.id == category.id; });
        if (!category.retired_at || is_held) choices.push_back(category);
    }
    return choices;
}

} // namespace tickets
