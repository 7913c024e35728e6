#include "app/demonstration/composer.hpp"

#include "app/demonstration/cast.hpp"
#include "app/demonstration/conversation.hpp"
#include "app/demonstration/schedule.hpp"

namespace demonstration
{
namespace
{

constexpr std::size_t percent_by_email = 12;
constexpr std::size_t percent_rated = 75;
constexpr std::size_t percent_commented = 55;

std::string drawn_priority(const Story& story, Draw& draw)
{
    std::size_t total = 0;
    for (const auto& [code, weight] : story.priorities)
        total += static_cast<std::size_t>(weight);
    auto left = draw.below(total);
    for (const auto& [code, weight] : story.priorities) {
        if (left < static_cast<std::size_t>(weight)) return code;
        left -= static_cast<std::size_t>(weight);
    }
    return story.priorities.begin()->first;
}

bool is_confirmed(const ComposedTicket& ticket)
{
    return !ticket.steps.empty() && ticket.steps.back().author.kind == Author::Kind::contact &&
           ticket.steps.back().kind == Step::Kind::move;
}

/// Clients give a mark with the confirmation, not always with words.
void rate(ComposedTicket& ticket, const Material& material, const Telling& telling, Wording& words,
          Draw& draw)
{
    const auto& story = *telling.story;
    if (story.marks.empty() || !is_confirmed(ticket) || !draw.chance(percent_rated)) return;
    ticket.mark = draw.pick(story.marks);
    if (!draw.chance(percent_commented)) return;
    const auto general = material.comments.find(ticket.mark);
    if (!story.comments.empty())
        ticket.comment = words.text(story.comments[telling.pass % story.comments.size()]);
    else if (general != material.comments.end() && !general->second.empty())
        ticket.comment = words.text(draw.pick(general->second));
}

ComposedTicket compose_one(const Material& material, const Occasion& occasion,
                           const Telling& telling, Draw& draw)
{
    const auto& story = *telling.story;
    const auto cast = draw_cast(material, story, draw);
    Wording words{material, words_of(material, cast), draw};
    const auto opening = telling.pass % story.openings.size();
    ComposedTicket ticket{.story = story.id,
                          .title = words.text(story.titles[telling.pass % story.titles.size()]),
                          .description = words.text(story.openings[opening]),
                          .priority = drawn_priority(story, draw),
                          .is_by_email = draw.chance(percent_by_email),
                          .site = cast.site,
                          .client = cast.client,
                          .contact = cast.contact,
                          .assignee = {},
                          .opened_at = telling.at,
                          .steps = {},
                          .mark = 0,
                          .comment = {}};
    Conversation conversation{cast, {occasion.now, occasion.time_zone}, words, draw};
    ticket.steps = conversation.told(telling, opening);
    for (const auto& step : ticket.steps)
        if (step.move == "take") ticket.assignee = cast.assignee;
    rate(ticket, material, telling, words, draw);
    return ticket;
}

} // namespace

std::vector<ComposedTicket> compose(const Material& material, const Occasion& occasion)
{
    Draw draw{occasion.seed};
    std::vector<ComposedTicket> tickets;
    for (const auto& telling : schedule(material, occasion, draw))
        tickets.push_back(compose_one(material, occasion, telling, draw));
    return tickets;
}

} // namespace demonstration
