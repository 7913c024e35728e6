#include "modules/dashboards/breakdown_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"

#include <algorithm>

namespace dashboards
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

/// Every priority, most urgent first, whether it has tickets or not.
std::vector<Line> lines_of_priorities(const tenancy::Workspace& workspace,
                                      const std::map<Key, Tally>& parts)
{
    std::vector<Line> lines;
    for (const auto priority : {tickets::Priority::urgent, tickets::Priority::high,
                                tickets::Priority::medium, tickets::Priority::low}) {
        const auto part = parts.find(static_cast<Key>(priority));
        lines.push_back({.label = priority_word(workspace, priority),
                         .filter = {.priority = priority},
                         .tally = part == parts.end() ? Tally{} : part->second});
    }
    return lines;
}

/// Whoever has something, most first; `filter_of` narrows to one of them.
template <class FilterOf>
std::vector<Line> lines_of_names(const std::map<Key, Tally>& parts,
                                 const std::map<Key, std::string>& names, const FilterOf& filter_of)
{
    std::vector<Line> lines;
    for (const auto& [key, part] : parts) {
        const auto name = names.find(key);
        lines.push_back({.label = name == names.end() ? t("dashboards.gone") : name->second,
                         .filter = filter_of(key),
                         .tally = part});
    }
    std::ranges::stable_sort(lines, std::greater{}, [](const Line& line) {
        return line.tally.opened + line.tally.resolved;
    });
    return lines;
}

std::string two_digits(base::Date day)
{
    return i18n::short_date(day).substr(0, 5);
}

SlotLine line_of(const Slot& slot, Grain grain)
{
    const auto first = slot.days.first;
    switch (grain) {
    case Grain::hour: {
        const auto hour = t("dashboards.chart.hour", {{"hour", std::to_string(slot.hour)}});
        return {.short_label = hour, .label = hour, .days = slot.days};
    }
    case Grain::day:
        return {.short_label = i18n::weekday_and_day(first),
                .label = i18n::weekday(first) + " " + i18n::day_and_month(first),
                .days = slot.days};
    case Grain::week:
        return {.short_label = two_digits(first), .label = days_of(slot.days), .days = slot.days};
    case Grain::month:
        break;
    }
    return {.short_label = i18n::short_date(first).substr(3),
            .label = i18n::month_and_year(first),
            .days = slot.days};
}

} // namespace

std::vector<Line> lines_by(By by, WorkspaceTransaction& tx, const std::map<Key, Tally>& parts)
{
    if (by == By::priority) return lines_of_priorities(tx.workspace(), parts);
    if (by == By::client)
        return lines_of_names(parts, FigureStore{tx}.client_names(),
                              [](Key key) { return Filter{.client = tenancy::ClientId{key}}; });
    if (by == By::category) {
        auto names = FigureStore{tx}.category_names();
        names.emplace(0, t("dashboards.no_category"));
        return lines_of_names(parts, names, [](Key) { return Filter{}; });
    }
    return lines_of_names(parts, staff_names(tx),
                          [](Key key) { return Filter{.member = tenancy::MembershipId{key}}; });
}

std::vector<SlotLine> lines_of_slots(const Asked& asked, const TallySlots& parts)
{
    std::vector<SlotLine> lines;
    for (const auto& slot : parts.slots())
        lines.push_back(line_of(slot, grain_of(asked.period)));
    const auto tallies = parts.tallies();
    for (std::size_t at = 0; at < lines.size(); ++at)
        lines[at].tally = tallies[at];
    return lines;
}

std::map<Key, std::string> staff_names(WorkspaceTransaction& tx)
{
    std::map<Key, std::string> names;
    for (const auto& member : auth::members(tx))
        if (member.side == tenancy::Side::staff) names.emplace(member.id.value, member.name);
    names.emplace(0, t("dashboards.nobody"));
    return names;
}

std::vector<std::string> words_of(WorkspaceTransaction& tx, const Filter& filter)
{
    std::vector<std::string> words;
    if (filter.priority)
        words.push_back(t("dashboards.filter.priority",
                          {{"label", priority_word(tx.workspace(), *filter.priority)}}));
    if (filter.member) {
        const auto member = auth::member(tx, *filter.member);
        if (*filter.member && !member) throw base::NotFound{};
        words.push_back(t("dashboards.filter.member",
                          {{"name", member ? member->name : t("dashboards.nobody")}}));
    }
    if (filter.client)
        words.push_back(
            t("dashboards.filter.client", {{"name", crm::client(tx, filter.client).name}}));
    return words;
}

} // namespace dashboards
