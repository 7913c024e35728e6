#include "app/demonstration/conversation.hpp"

#include "app/demonstration/office_hours.hpp"

#include <algorithm>

namespace demonstration
{
namespace
{

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::int64_t variation_percent = 40;
constexpr int first_look_minutes = 25; ///< somebody takes a ticket he will answer later
constexpr int dismissal_minutes = 20;
constexpr int confirmation_minutes = 400;
constexpr seconds beat{1}; ///< between two things done at once
constexpr days closes_by_itself{7};

} // namespace

Conversation::Conversation(const Cast& cast, const Clock& clock, Wording& words, Draw& draw)
    : cast_(cast), clock_(clock), words_(words), draw_(draw)
{
}

std::vector<Step> Conversation::told(const Telling& telling, std::size_t opening)
{
    story_ = telling.story;
    rank_ = opening;
    at_ = telling.at;
    for (const auto& turn : story_->turns)
        tell(turn);
    end();
    const auto late =
        std::ranges::find_if(steps_, [&](const Step& step) { return step.at > clock_.now; });
    steps_.erase(late, steps_.end());
    return std::move(steps_);
}

void Conversation::tell(const Turn& turn)
{
    const auto is_client = turn.who == Who::client;
    pass(turn.after_minutes, is_client ? Speaks::client : Speaks::team);
    if (!is_client) engage();
    const auto text = words_.text(variant(turn.texts));
    switch (turn.who) {
    case Who::client:
        if (turn.move == "reopen") move(contact(), "reopen");
        add(contact(), Step::Kind::message, text);
        if (is_waiting_) move(contact(), "resume");
        is_waiting_ = false;
        return;
    case Who::note:
        return add(speaker(), Step::Kind::note, text);
    case Who::developer:
        return add(developer(), Step::Kind::note, text);
    case Who::resolution:
        is_waiting_ = false;
        return move(speaker(), "resolve", text);
    case Who::staff:
    case Who::answer:
        return answer(turn, text);
    }
}

void Conversation::answer(const Turn& turn, const std::string& text)
{
    const auto author = turn.who == Who::answer ? developer() : speaker();
    if (turn.move != "ask" || is_waiting_) return add(author, Step::Kind::message, text);
    is_waiting_ = true;
    move(author, "ask", text);
}

/// Nobody takes what will be dismissed: the lead speaks.
void Conversation::engage()
{
    if (is_engaged_ || story_->ending == Ending::dismissed) return;
    is_engaged_ = true;
    move(speaker(), "take");
    if (story_->ending != Ending::taken) move(speaker(), "start");
}

void Conversation::end()
{
    switch (story_->ending) {
    case Ending::fresh:
        return;
    case Ending::taken:
    case Ending::open:
    case Ending::waiting:
        if (!is_engaged_) pass(first_look_minutes, Speaks::team);
        return engage();
    case Ending::dismissed:
        return dismiss();
    case Ending::closed:
    case Ending::resolved:
        break;
    }
    pass(story_->resolution_after_minutes, Speaks::team);
    engage();
    move(speaker(), "resolve", words_.text(variant(story_->resolutions)));
    if (story_->ending == Ending::resolved) {
        at_ = at_ + closes_by_itself;
        return move({}, "confirm");
    }
    pass(confirmation_minutes, Speaks::client);
    move(contact(), "confirm");
}

void Conversation::dismiss()
{
    pass(dismissal_minutes, Speaks::team);
    move(lead(), "close_without_resolution");
    steps_.back().reason = story_->reason;
}

void Conversation::add(const Author& author, Step::Kind kind, const std::string& text)
{
    steps_.push_back(
        {.kind = kind, .author = author, .at = at_, .text = text, .move = {}, .reason = {}});
    at_ = at_ + beat;
}

void Conversation::move(const Author& author, const std::string& code, const std::string& text)
{
    add(author, Step::Kind::move, text);
    steps_.back().move = code;
}

void Conversation::pass(int after_minutes, Speaks speaks)
{
    const auto percent = 100 + draw_.between(-variation_percent, variation_percent);
    at_ = at_ + seconds{after_minutes * percent * 60 / 100 + draw_.between(1, 59)};
    at_ = speaks == Speaks::team ? next_working_moment(at_, clock_.zone, draw_)
                                 : next_waking_moment(at_, clock_.zone, draw_);
}

const std::string& Conversation::variant(const std::vector<std::string>& texts) const
{
    return texts[rank_ % texts.size()];
}

Author Conversation::speaker() const
{
    return story_->ending == Ending::dismissed ? lead()
                                               : Author{Author::Kind::member, cast_.assignee};
}

} // namespace demonstration
