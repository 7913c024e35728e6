#include "kernel/live/presence.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace live
{

bool Presence::note(const Present& who, Clock::time_point now)
{
    if (who.state == Present::State::Away) return stays_.erase(who.id) > 0;
    const bool is_new = !stays_.contains(who.id);
    auto& stay = stays_[who.id];
    const bool was_typing = stay.is_typing;
    stay.name = who.name;
    stay.until = now + present_for;
    stay.is_typing = who.state == Present::State::Typing;
    stay.typing_until = now + typing_for;
    return is_new || was_typing != stay.is_typing;
}

bool Presence::expire(Clock::time_point now)
{
    bool is_changed =
        std::erase_if(stays_, [&](const auto& entry) { return entry.second.until <= now; }) > 0;
    for (auto& [id, stay] : stays_) {
        if (!stay.is_typing || stay.typing_until > now) continue;
        stay.is_typing = false;
        is_changed = true;
    }
    return is_changed;
}

Presence::Clock::time_point Presence::next_end() const
{
    auto next = Clock::time_point::max();
    for (const auto& [id, stay] : stays_)
        next =
            std::min(next, stay.is_typing ? std::min(stay.until, stay.typing_until) : stay.until);
    return next;
}

std::string Presence::json(std::string_view reader) const
{
    boost::json::array people;
    for (const auto& [id, stay] : stays_)
        if (id != reader)
            people.push_back(boost::json::object{{"name", stay.name}, {"typing", stay.is_typing}});
    return boost::json::serialize(people);
}

} // namespace live
