#include "modules/dashboards/figures.hpp"

#include <algorithm>
#include <numeric>

namespace dashboards
{
namespace
{

constexpr std::int64_t hundred = 100;

/// Half away from zero; `divisor` is positive.
std::int64_t rounded(std::int64_t value, std::int64_t divisor)
{
    const auto half = value < 0 ? -divisor / 2 : divisor / 2;
    return (value + half) / divisor;
}

Length mean_of(const std::vector<Length>& lengths)
{
    const auto total = std::accumulate(lengths.begin(), lengths.end(), Length{0});
    return Length{rounded(total.count(), static_cast<std::int64_t>(lengths.size()))};
}

/// The middle one; of an even number the mean of the two in the middle.
Length median_of(std::vector<Length>& lengths)
{
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::ranges::nth_element(lengths, middle);
    if (lengths.size() % 2 == 1) return *middle;
    const auto below = *std::max_element(lengths.begin(), middle);
    return Length{rounded((below + *middle).count(), 2)};
}

Times times_in(const std::vector<Fact>& facts, Length Fact::*length)
{
    std::vector<Length> lengths;
    lengths.reserve(facts.size());
    for (const auto& fact : facts)
        lengths.push_back(fact.*length);
    return times_of(std::move(lengths));
}

template <class Row, class KeyOf>
void share_out(const std::vector<Row>& rows, std::vector<Row> Facts::*where,
               std::map<Key, Facts>& parts, const KeyOf& key_of)
{
    for (const auto& row : rows)
        (parts[key_of(row)].*where).push_back(row);
}

template <class KeyOf>
std::map<Key, Facts> parts_by(const Facts& facts, const KeyOf& key_of)
{
    std::map<Key, Facts> parts;
    share_out(facts.opened, &Facts::opened, parts, key_of);
    share_out(facts.replied, &Facts::replied, parts, key_of);
    share_out(facts.resolved, &Facts::resolved, parts, key_of);
    share_out(facts.rated, &Facts::rated, parts, key_of);
    return parts;
}

} // namespace

Times times_of(std::vector<Length> lengths)
{
    if (lengths.empty()) return {};
    const auto mean = mean_of(lengths);
    return {.mean = mean, .median = median_of(lengths)};
}

std::optional<std::int64_t> Tally::satisfaction() const
{
    if (rated == 0) return {};
    return rounded(satisfied * hundred, rated);
}

Tally tally_of(const Facts& facts)
{
    Tally tally{.opened = std::ssize(facts.opened),
                .resolved = std::ssize(facts.resolved),
                .replied = std::ssize(facts.replied),
                .resolution = times_in(facts.resolved, &Fact::net),
                .whole = times_in(facts.resolved, &Fact::whole),
                .first_reply = times_in(facts.replied, &Fact::whole),
                .rated = std::ssize(facts.rated)};
    tally.reopened = std::ranges::count_if(facts.resolved, &Fact::was_reopened);
    tally.satisfied = std::ranges::count_if(
        facts.rated, [](const Opinion& opinion) { return opinion.score >= satisfied_from; });
    return tally;
}

std::map<Key, Facts> by_priority(const Facts& facts)
{
    return parts_by(facts, [](const auto& row) { return static_cast<Key>(row.priority); });
}

std::map<Key, Facts> by_member(const Facts& facts)
{
    return parts_by(facts, [](const auto& row) { return row.assignee.value; });
}

std::map<Key, Facts> by_client(const Facts& facts)
{
    return parts_by(facts, [](const auto& row) { return row.client.value; });
}

std::map<Key, Facts> by_slot(const Facts& facts, const std::vector<Slot>& slots)
{
    return parts_by(facts, [&](const auto& row) {
        const auto next = std::ranges::upper_bound(
            slots, row.at, {}, [](const Slot& slot) { return slot.stretch.from; });
        return static_cast<Key>(next - slots.begin()) - 1;
    });
}

std::optional<std::int64_t> change(std::int64_t now, std::int64_t earlier)
{
    if (earlier == 0) return {};
    return rounded((now - earlier) * hundred, earlier);
}

} // namespace dashboards
