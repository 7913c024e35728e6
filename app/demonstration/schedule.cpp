#include "app/demonstration/schedule.hpp"

#include "app/demonstration/office_hours.hpp"

#include <algorithm>
#include <stdexcept>

namespace demonstration
{
namespace
{

using base::Instant;
using std::chrono::days;
using std::chrono::minutes;

constexpr days year{365};
/// The business grows: of what lasts, so many in a hundred were asked since then.
constexpr days busier_since{120};
constexpr std::size_t busier_share = 60;
constexpr minutes settled{5}; ///< nothing happens in the very last minutes
/// Working days: nobody leaves a new ticket alone for longer.
constexpr int fresh_since = 1;
constexpr int taken_since = 3;
constexpr std::size_t share_in_progress = 10;

struct Use {
    const Story* story = nullptr;
    std::size_t pass = 0;
};

std::vector<const Story*> stories_of(const Material& material, bool (*fits)(const Story&))
{
    std::vector<const Story*> found;
    for (const auto& story : material.stories)
        if (fits(story)) found.push_back(&story);
    if (found.empty()) throw std::runtime_error("the demonstration lacks stories of some ending");
    return found;
}

/// Tickets since the story was last used; many when it never was.
std::size_t distance(const std::vector<Use>& uses, const Story* story)
{
    const auto found = std::find_if(uses.rbegin(), uses.rend(),
                                    [&](const Use& use) { return use.story == story; });
    return found == uses.rend() ? uses.size() + gap_wanted
                                : static_cast<std::size_t>(found - uses.rbegin()) + 1;
}

/// One more telling of each story, shuffled, keeping the gap.
void add_pass(std::vector<Use>& uses, std::vector<const Story*> stories, std::size_t pass,
              Draw& draw)
{
    draw.shuffle(stories);
    const auto gap = std::min(gap_wanted, stories.size() / 2);
    while (!stories.empty()) {
        auto next = std::ranges::find_if(
            stories, [&](const Story* story) { return distance(uses, story) > gap; });
        if (next == stories.end()) next = stories.begin();
        uses.push_back({*next, pass});
        stories.erase(next);
    }
}

std::vector<Use> repeated(const std::vector<const Story*>& stories, std::size_t count, Draw& draw)
{
    std::vector<Use> uses;
    for (std::size_t pass = 0; uses.size() < count; ++pass)
        add_pass(uses, stories, pass, draw);
    uses.resize(count);
    return uses;
}

std::vector<Instant> moments(const Span& span, std::size_t count, std::string_view zone, Draw& draw)
{
    std::vector<Instant> found;
    for (std::size_t i = 0; i < count; ++i)
        found.push_back(asking_moment(span, zone, draw));
    std::ranges::sort(found);
    return found;
}

void tell(std::vector<Telling>& tellings, const std::vector<Use>& uses,
          const std::vector<Instant>& at)
{
    for (std::size_t i = 0; i < uses.size(); ++i)
        tellings.push_back({.story = uses[i].story, .pass = uses[i].pass, .at = at[i]});
}

} // namespace

std::vector<Telling> schedule(const Material& material, const Occasion& occasion, Draw& draw)
{
    const auto lasting =
        stories_of(material, [](const Story& story) { return is_lasting(story.ending); });
    const auto answered = stories_of(material, [](const Story& story) {
        return story.ending == Ending::open || story.ending == Ending::waiting;
    });
    const auto taken =
        stories_of(material, [](const Story& story) { return story.ending == Ending::taken; });
    const auto fresh =
        stories_of(material, [](const Story& story) { return story.ending == Ending::fresh; });
    const auto in_progress = occasion.count / share_in_progress;
    const auto of_all = answered.size() + taken.size() + fresh.size();
    const auto count_taken = in_progress * taken.size() / of_all;
    const auto count_fresh = in_progress * fresh.size() / of_all;
    const auto& zone = occasion.time_zone;
    const auto last = occasion.now - settled;
    std::vector<Telling> tellings;
    const auto tell_since = [&](Instant from, const std::vector<const Story*>& stories,
                                std::size_t count) {
        const auto uses = repeated(stories, count, draw);
        tell(tellings, uses, moments({from, last}, count, zone, draw));
    };
    const auto count_lasting = occasion.count - in_progress;
    const auto count_busier = count_lasting * busier_share / 100;
    auto asked = moments({occasion.now - year, last}, count_lasting - count_busier, zone, draw);
    std::ranges::copy(moments({occasion.now - busier_since, last}, count_busier, zone, draw),
                      std::back_inserter(asked));
    std::ranges::sort(asked);
    tell(tellings, repeated(lasting, count_lasting, draw), asked);
    tell_since(occasion.now - recent_days, answered, in_progress - count_taken - count_fresh);
    tell_since(working_day_before(occasion.now, taken_since, zone), taken, count_taken);
    tell_since(working_day_before(occasion.now, fresh_since, zone), fresh, count_fresh);
    std::ranges::stable_sort(tellings, {}, &Telling::at);
    return tellings;
}

} // namespace demonstration
