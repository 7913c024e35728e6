#include "app/demonstration/composer.hpp"

#include "app/demonstration/cast.hpp"
#include "app/demonstration/conversation.hpp"
#include "app/demonstration/schedule.hpp"

namespace demonstration
{
namespace
{

constexpr std::size_t one_in_for_guests = 3;
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

/// Composes in the order of time; the draw and the turns of guests go on from ticket to ticket.
class Composer
{
  public:
    Composer(const Material& material, const Occasion& occasion)
        : material_(material), occasion_(occasion), draw_(occasion.seed)
    {
    }
    std::vector<ComposedTicket> compose();

  private:
    ComposedTicket compose(const Telling& telling);
    Cast cast_of(const Story& story);
    void rate(ComposedTicket& ticket, const Telling& telling, Wording& words);

    const Material& material_;
    const Occasion& occasion_;
    Draw draw_;
    std::size_t in_progress_ = 0;
};

std::vector<ComposedTicket> Composer::compose()
{
    std::vector<ComposedTicket> tickets;
    for (const auto& telling : schedule(material_, occasion_, draw_))
        tickets.push_back(compose(telling));
    return tickets;
}

ComposedTicket Composer::compose(const Telling& telling)
{
    const auto& story = *telling.story;
    const auto cast = cast_of(story);
    Wording words{material_, words_of(material_, cast), draw_};
    const auto opening = telling.pass % story.openings.size();
    ComposedTicket ticket{.story = story.id,
                          .title = words.text(story.titles[telling.pass % story.titles.size()]),
                          .description = words.text(story.openings[opening]),
                          .priority = drawn_priority(story, draw_),
                          .site = cast.site,
                          .client = cast.client,
                          .contact = cast.contact,
                          .assignee = {},
                          .opened_at = telling.at,
                          .steps = {},
                          .mark = 0,
                          .comment = {}};
    Conversation conversation{cast, {occasion_.now, occasion_.time_zone}, words, draw_};
    ticket.steps = conversation.told(telling, opening);
    for (const auto& step : ticket.steps)
        if (step.move == "take") ticket.assignee = cast.assignee;
    rate(ticket, telling, words);
    return ticket;
}

/// Every third request in progress is a guest's, each in turn as far as he may live it.
Cast Composer::cast_of(const Story& story)
{
    const auto count = occasion_.guests.size();
    const auto is_guest = !is_lasting(story.ending) && ++in_progress_ % one_in_for_guests == 0;
    for (std::size_t next = 0; is_guest && next < count; ++next) {
        const auto guest = occasion_.guests[(in_progress_ / one_in_for_guests + next) % count];
        if (const auto cast = draw_cast_of(material_, story, guest, draw_)) return *cast;
    }
    return draw_cast(material_, story, draw_);
}

/// Clients give a mark with the confirmation, not always with words.
void Composer::rate(ComposedTicket& ticket, const Telling& telling, Wording& words)
{
    const auto& story = *telling.story;
    if (story.marks.empty() || !is_confirmed(ticket) || !draw_.chance(percent_rated)) return;
    ticket.mark = draw_.pick(story.marks);
    if (!draw_.chance(percent_commented)) return;
    const auto general = material_.comments.find(ticket.mark);
    if (!story.comments.empty())
        ticket.comment = words.text(story.comments[telling.pass % story.comments.size()]);
    else if (general != material_.comments.end() && !general->second.empty())
        ticket.comment = words.text(draw_.pick(general->second));
}

} // namespace

std::vector<ComposedTicket> compose(const Material& material, const Occasion& occasion)
{
    return Composer{material, occasion}.compose();
}

} // namespace demonstration
