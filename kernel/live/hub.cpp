#include "kernel/live/hub.hpp"

#include "kernel/base/text.hpp"
#include "kernel/live/hub_listener.hpp"
#include "kernel/log/log.hpp"

#include <algorithm>

namespace live
{
namespace
{

constexpr std::size_t stream_id_bytes = 16;

std::chrono::milliseconds random_part_of(std::chrono::milliseconds whole)
{
    return std::chrono::milliseconds{base::random_below(static_cast<std::uint32_t>(whole.count()))};
}

/// "w:7/tickets" of "w:7/tickets/calm".
std::string_view published_name(std::string_view topic)
{
    if (topic.ends_with(calm_suffix)) topic.remove_suffix(calm_suffix.size());
    return topic;
}

} // namespace

std::string event_text(std::string_view name, std::string_view data, std::string_view id)
{
    std::string text;
    if (!id.empty()) text.append("id: ").append(id).append("\n");
    text.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
    return text;
}

Hub::Hub(Ask ask, SealMoment seal_moment, std::chrono::milliseconds calm)
    : ask_(std::move(ask)), seal_moment_(std::move(seal_moment)), calm_(calm),
      thread_([this] { serve(); })
{
}

Hub::~Hub()
{
    {
        const std::scoped_lock lock{mutex_};
        stopping_ = true;
    }
    turn_.notify_one();
    thread_.join();
    for (const auto& [id, listener] : listeners_)
        if (const auto stream = listener->stream.lock()) stream->finish();
}

std::shared_ptr<http::Stream> Hub::open(const Reader& reader,
                                        const std::vector<guard::TopicToken>& tokens,
                                        const std::optional<events::Moment>& seen)
{
    auto stream = std::make_shared<http::Stream>();
    auto listener = std::make_unique<Listener>();
    listener->id = base::base64url(base::random_bytes(stream_id_bytes));
    listener->reader = reader;
    listener->stream = stream;
    stream->send("retry: 2000\n" + event_text("hello", "{\"stream\":\"" + listener->id + "\"}"));

    const std::scoped_lock lock{mutex_};
    make_room(reader);
    auto& kept = *listeners_.emplace(listener->id, std::move(listener)).first->second;
    check_at(kept, Clock::now() + asked_again_every + random_part_of(catch_up_spread));
    wait_for(kept, tokens);
    catch_up(kept, tokens, seen);
    return stream;
}

bool Hub::set_topics(std::string_view stream, const Reader& reader,
                     const std::vector<guard::TopicToken>& tokens)
{
    const std::scoped_lock lock{mutex_};
    const auto found = listeners_.find(std::string{stream});
    if (found == listeners_.end() || !(found->second->reader == reader)) return false;
    auto& listener = *found->second;
    if (listener.stream.expired()) return false;
    auto fresh = tokens;
    std::erase_if(fresh, [&](const guard::TopicToken& token) {
        return std::ranges::any_of(listener.tokens, [&](const guard::TopicToken& known) {
            return known.topics == token.topics && known.since.sequence == token.since.sequence;
        });
    });
    forget_topics(listener);
    wait_for(listener, tokens);
    catch_up(listener, fresh, {});
    return true;
}

void Hub::publish(const events::Publication& publication)
{
    const std::scoped_lock lock{mutex_};
    if (publication.topic.ends_with("/rights") || publication.topic.ends_with("/sessions"))
        return check_all(publication.topic);
    tell_readers(publication.topic, publication.page_request);
    tell_readers(publication.topic + std::string{calm_suffix}, {});
}

void Hub::tell_readers(const std::string& name, std::string_view request)
{
    const auto found = topics_.find(name);
    if (found == topics_.end()) return;
    auto& topic = *found->second;
    const auto now = earliest_of(topic, Clock::now());
    const bool is_crowd = topic.listeners.size() >= crowd_min;
    for (auto* listener : topic.listeners) {
        const auto earliest = std::max(now, listener->told_at + coalesced_for);
        note(*listener, topic, request,
             is_crowd ? earliest + random_part_of(crowd_spread) : earliest);
    }
    topic.told_at = now;
}

/// When its readers may be told next.
Hub::Clock::time_point Hub::earliest_of(const Topic& topic, Clock::time_point now) const
{
    if (!topic.is_calm()) return now;
    return topic.told_at > now ? topic.told_at : std::max(now, topic.told_at + calm_);
}

void Hub::refresh_all()
{
    const std::scoped_lock lock{mutex_};
    const auto now = Clock::now();
    for (const auto& [id, listener] : listeners_)
        for (const auto* topic : listener->topics)
            note(*listener, *topic, {}, now + random_part_of(catch_up_spread));
}

std::size_t Hub::stream_count() const
{
    const std::scoped_lock lock{mutex_};
    return listeners_.size();
}

void Hub::wait_for(Listener& listener, const std::vector<guard::TopicToken>& tokens)
{
    listener.tokens = tokens;
    for (const auto& token : tokens)
        for (const auto& name : token.topics) {
            auto& topic = topics_[name];
            if (!topic) topic = std::make_unique<Topic>(Topic{name, {}, {}});
            if (std::ranges::find(listener.topics, topic.get()) != listener.topics.end()) continue;
            listener.topics.push_back(topic.get());
            topic->listeners.push_back(&listener);
            if (topic->presence.next_end() != Clock::time_point::max()) send_presence(*topic);
        }
}

void Hub::forget_topics(Listener& listener)
{
    for (auto* topic : std::exchange(listener.topics, {})) {
        std::erase(topic->listeners, &listener);
        std::erase_if(listener.untold, [&](const Untold& one) { return one.topic == topic; });
        const bool is_empty =
            topic->listeners.empty() && topic->presence.next_end() == Clock::time_point::max();
        if (is_empty) topics_.erase(std::string{topic->name});
    }
    listener.tokens.clear();
}

/// What changed between the reading of a page and now.
void Hub::catch_up(Listener& listener, const std::vector<guard::TopicToken>& tokens,
                   const std::optional<events::Moment>& seen)
{
    using Since = events::Board::Since;
    const auto now = Clock::now();
    for (const auto& token : tokens)
        for (const auto& name : token.topics) {
            const bool is_later =
                seen && seen->epoch == token.since.epoch && seen->sequence > token.since.sequence;
            const auto since =
                events::board().since(published_name(name), is_later ? *seen : token.since);
            if (since == Since::Unchanged) continue;
            const auto wait = since == Since::Unknown ? random_part_of(catch_up_spread)
                                                      : std::chrono::milliseconds{0};
            auto& topic = *topics_.at(name);
            topic.told_at = earliest_of(topic, now + wait);
            note(listener, topic, {}, topic.told_at);
        }
}

void Hub::note(Listener& listener, const Topic& topic, std::string_view request,
               Clock::time_point due)
{
    const auto noted = std::ranges::find(listener.untold, &topic, &Untold::topic);
    if (noted == listener.untold.end()) {
        listener.untold.push_back({&topic, std::string{request}, due});
    } else {
        if (noted->request != request) noted->request.clear();
        noted->due = std::min(noted->due, due);
    }
    be_due(listener, std::min(due, listener.due));
}

void Hub::be_due(Listener& listener, Clock::time_point at)
{
    due_.erase({listener.due, &listener});
    listener.due = at;
    if (at != Clock::time_point::max()) due_.emplace(at, &listener);
    if (at < woken_for_) turn_.notify_one();
}

void Hub::check_at(Listener& listener, Clock::time_point at)
{
    checks_.erase({listener.check, &listener});
    listener.check = at;
    checks_.emplace(at, &listener);
    if (at < woken_for_) turn_.notify_one();
}

/// Rights moved in a workspace ("w:7/rights"), or sessions of a person ended ("p:31/sessions").
void Hub::check_all(std::string_view topic)
{
    const auto now = Clock::now();
    for (const auto& [id, listener] : listeners_) {
        const bool is_person = events::topic_of(listener->reader.person, "sessions") == topic;
        const bool is_member = std::ranges::any_of(listener->tokens, [&](const auto& token) {
            return events::topic_of(token.workspace, "rights") == topic;
        });
        if (is_person || is_member) check_at(*listener, now);
    }
}

void Hub::end(Listener& listener)
{
    if (const auto stream = listener.stream.lock()) stream->finish();
    forget_topics(listener);
    due_.erase({listener.due, &listener});
    checks_.erase({listener.check, &listener});
    listeners_.erase(std::string{listener.id});
}

void Hub::make_room(const Reader& reader)
{
    std::size_t held = 0;
    Listener* oldest = nullptr;
    for (const auto& [id, listener] : listeners_) {
        if (!(listener->reader == reader)) continue;
        ++held;
        if (oldest == nullptr || listener->check < oldest->check) oldest = listener.get();
    }
    if (held >= streams_per_session_max) end(*oldest);
}

} // namespace live
