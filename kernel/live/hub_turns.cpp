#include "kernel/live/hub.hpp"
#include "kernel/live/hub_listener.hpp"
#include "kernel/log/log.hpp"

#include <algorithm>

/// The thread of the hub: what is due is told, who is due is asked about.
namespace live
{
namespace
{

constexpr std::chrono::seconds longest_sleep{5};

std::string change_text(const std::vector<std::string>& topics, std::string_view request)
{
    std::string text = "{\"topics\":[";
    for (const auto& topic : topics)
        text.append(topic == topics.front() ? "\"" : ",\"").append(topic).append("\"");
    return text.append("],\"request\":\"").append(request).append("\"}");
}

/// The membership by which a stream waits for a topic.
std::string reader_of(const std::vector<guard::TopicToken>& tokens, const std::string& topic)
{
    for (const auto& token : tokens)
        if (std::ranges::find(token.topics, topic) != token.topics.end())
            return token.membership.text();
    return {};
}

} // namespace

void Hub::serve()
{
    std::unique_lock lock{mutex_};
    while (!stopping_) {
        const auto now = Clock::now();
        flush(now);
        expire_presence(now);
        ask_again(lock, now);
        woken_for_ = std::min(next_turn(), Clock::now() + longest_sleep);
        turn_.wait_until(lock, woken_for_);
    }
}

Hub::Clock::time_point Hub::next_turn() const
{
    auto next = presence_ends_;
    if (!due_.empty()) next = std::min(next, due_.begin()->first);
    if (!checks_.empty()) next = std::min(next, checks_.begin()->first);
    return next;
}

void Hub::flush(Clock::time_point now)
{
    while (!due_.empty() && due_.begin()->first <= now)
        tell(*due_.begin()->second, now);
}

/// What is due; the others wait for their own turn.
void Hub::tell(Listener& listener, Clock::time_point now)
{
    const auto later =
        std::ranges::partition(listener.untold, [&](const Untold& one) { return one.due <= now; });
    const std::vector<Untold> told{listener.untold.begin(), later.begin()};
    listener.untold.erase(listener.untold.begin(), later.begin());
    auto next = Clock::time_point::max();
    for (const auto& one : listener.untold)
        next = std::min(next, one.due);
    be_due(listener, next);
    const auto stream = listener.stream.lock();
    if (!stream) return end(listener);
    if (told.empty()) return;
    std::vector<std::string> names;
    auto request = told.front().request; // of all of them, or none
    for (const auto& one : told) {
        names.push_back(one.topic->name);
        if (one.request != request) request.clear();
    }
    listener.told_at = Clock::now();
    // Without a moment, a stream that is cut now is told again what still waits.
    const auto moment = listener.untold.empty() ? seal_moment_(events::board().now()) : "";
    if (!stream->send(event_text("change", change_text(names, request), moment))) end(listener);
}

void Hub::ask_again(std::unique_lock<std::mutex>& lock, Clock::time_point now)
{
    while (!stopping_ && !checks_.empty() && checks_.begin()->first <= now) {
        auto& listener = *checks_.begin()->second;
        check_at(listener, now + asked_again_every);
        if (listener.stream.expired()) {
            end(listener);
            continue;
        }
        const auto id = listener.id;
        const auto reader = listener.reader;
        const auto tokens = listener.tokens;
        lock.unlock();
        std::optional<Standing> standing;
        try {
            standing = ask_(reader, tokens);
        } catch (const std::exception& fault) {
            logs::warn("live.not_asked", {{"cause", fault.what()}});
        }
        lock.lock();
        const auto found = listeners_.find(id);
        if (standing && found != listeners_.end()) apply(*found->second, *standing);
    }
}

/// What is no longer allowed is told once more, so that its page reads itself again and finds out.
void Hub::apply(Listener& listener, const Standing& standing)
{
    const bool had_topics = !listener.tokens.empty();
    if (standing.is_signed_in && standing.allowed.size() == listener.tokens.size()) return;
    if (!standing.is_signed_in || (had_topics && standing.allowed.empty())) {
        if (const auto stream = listener.stream.lock()) stream->send(event_text("over", "{}"));
        return end(listener);
    }
    std::vector<std::string> lost;
    for (const auto* topic : listener.topics)
        lost.push_back(topic->name);
    if (const auto stream = listener.stream.lock())
        stream->send(event_text("change", change_text(lost, {})));
    forget_topics(listener);
    wait_for(listener, standing.allowed);
}

void Hub::be_present(const std::string& topic, const Present& who)
{
    const std::scoped_lock lock{mutex_};
    const auto found = topics_.find(topic);
    if (found == topics_.end()) return;
    auto& presence = found->second->presence;
    if (presence.note(who, Clock::now())) send_presence(*found->second);
    presence_ends_ = std::min(presence_ends_, presence.next_end());
    if (presence_ends_ < woken_for_) turn_.notify_one();
}

void Hub::expire_presence(Clock::time_point now)
{
    if (presence_ends_ > now) return;
    presence_ends_ = Clock::time_point::max();
    std::vector<std::string> empty;
    for (const auto& [name, topic] : topics_) {
        if (topic->presence.expire(now)) send_presence(*topic);
        presence_ends_ = std::min(presence_ends_, topic->presence.next_end());
        const bool is_unused =
            topic->listeners.empty() && topic->presence.next_end() == Clock::time_point::max();
        if (is_unused) empty.push_back(name);
    }
    for (const auto& name : empty)
        topics_.erase(name);
}

void Hub::send_presence(const Topic& topic)
{
    for (const auto* listener : topic.listeners) {
        const auto people = topic.presence.json(reader_of(listener->tokens, topic.name));
        if (const auto stream = listener->stream.lock())
            stream->send(event_text("presence", "{\"topic\":\"" + topic.name +
                                                    "\",\"people\":" + people + "}"));
    }
}

} // namespace live
