#include "modules/tickets/checklist.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

constexpr std::string_view blanks = " \t\r";

std::string trimmed(std::string_view line)
{
    const auto first = line.find_first_not_of(blanks);
    if (first == line.npos) return {};
    return std::string{line.substr(first, line.find_last_not_of(blanks) - first + 1)};
}

std::size_t points_in(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

std::vector<std::string> items_in(std::string_view lines)
{
    std::vector<std::string> items;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        if (auto item = trimmed(lines.substr(0, end)); !item.empty())
            items.push_back(std::move(item));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return items;
}

void check_items(const std::vector<std::string>& items)
{
    base::refuse_unless(!items.empty(), "tickets.checklist.refusal.no_item");
    base::refuse_unless(items.size() <= checklist_items_max,
                        "tickets.checklist.refusal.too_many_items",
                        {{"most", std::to_string(checklist_items_max)}});
    for (const auto& item : items)
        base::refuse_unless(points_in(item) <= item_points_max,
                            "tickets.checklist.refusal.item_too_long",
                            {{"most", std::to_string(item_points_max)}});
}

bool ends_work(const presets::Workflow& workflow, const presets::Move& move)
{
    const auto* state = presets::find_state(workflow, move.to);
    return state != nullptr &&
           (state->anchor == presets::Anchor::resolved || state->anchor == presets::Anchor::closed);
}

std::vector<std::string> left_to_do(const std::vector<FilledChecklist>& lists)
{
    std::vector<std::string> left;
    for (const auto& filled : lists)
        if (filled.list.is_required)
            for (const auto& item : filled.items)
                if (!item.done_by) left.push_back(item.title);
    return left;
}

void refuse_unless_done(const std::vector<FilledChecklist>& lists)
{
    auto left = left_to_do(lists);
    if (left.empty()) return;
    const auto count = left.size();
    left.resize(std::min(count, items_named_in_refusal));
    throw base::Refusal{"tickets.checklist.refusal.left",
                        {{"count", std::to_string(count)}, {"items", base::join(left, " · ")}}};
}

} // namespace tickets
