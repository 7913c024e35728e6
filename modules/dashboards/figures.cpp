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

void RunningTally::add(const Fact& fact)
{
    switch (fact.what) {
    case Counted::opened:
        ++counts_.opened;
        return;
    case Counted::replied:
        ++counts_.replied;
        first_replies_.push_back(fact.whole);
        return;
    case Counted::rated:
        ++counts_.rated;
        counts_.satisfied += fact.score >= satisfied_from ? 1 : 0;
        return;
    case Counted::resolved:
    case Counted::reopened:
        break;
    }
    ++counts_.resolved;
    counts_.reopened += fact.was_reopened ? 1 : 0;
    whole_ += fact.whole;
    resolutions_.push_back(fact.net);
}

Tally RunningTally::tally() const
{
    auto tally = counts_;
    tally.resolution = times_of(resolutions_);
    tally.first_reply = times_of(first_replies_);
    if (tally.resolved > 0) tally.whole.mean = Length{rounded(whole_.count(), tally.resolved)};
    return tally;
}

Key priority_of(const Fact& fact)
{
    return static_cast<Key>(fact.priority);
}

Key member_of(const Fact& fact)
{
    return fact.assignee.value;
}

Key client_of(const Fact& fact)
{
    return fact.client.value;
}

std::map<Key, Tally> TallyParts::tallies() const
{
    std::map<Key, Tally> made;
    for (const auto& [key, part] : parts_)
        made.emplace(key, part.tally());
    return made;
}

void TallySlots::add(const Fact& fact)
{
    const auto next = std::ranges::upper_bound(slots_, fact.at, {},
                                               [](const Slot& slot) { return slot.stretch.from; });
    parts_.at(static_cast<std::size_t>(next - slots_.begin()) - 1).add(fact);
}

std::vector<Tally> TallySlots::tallies() const
{
    std::vector<Tally> made;
    for (const auto& part : parts_)
        made.push_back(part.tally());
    return made;
}

std::optional<std::int64_t> change(std::int64_t now, std::int64_t earlier)
{
    if (earlier == 0) return {};
    return rounded((now - earlier) * hundred, earlier);
}

} // namespace dashboards
