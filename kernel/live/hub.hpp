#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/guard/topic_token.hpp"
#include "kernel/http/stream.hpp"
#include "kernel/live/calm.hpp"
#include "kernel/live/presence.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace live
{

inline constexpr std::chrono::milliseconds coalesced_for{250};    ///< after a first event at once
inline constexpr std::chrono::milliseconds crowd_spread{400};     ///< over a topic's many readers
inline constexpr std::size_t crowd_min = 31;                      ///< readers that are many
inline constexpr std::chrono::milliseconds catch_up_spread{5000}; ///< after a restart
inline constexpr std::chrono::seconds asked_again_every{60};      ///< session and rights
inline constexpr std::size_t tokens_max = 30;                     ///< tabs of a browser
inline constexpr std::size_t streams_per_session_max = 6;         ///< the oldest gives way

/// Whose browser holds a stream.
struct Reader {
    auth::SessionId session;
    tenancy::PersonId person;
    tenancy::Side side = tenancy::Side::staff;
    friend bool operator==(const Reader&, const Reader&) = default;
};

/// What the database says of a stream now.
struct Standing {
    bool is_signed_in = false;
    std::vector<guard::TopicToken> allowed; ///< of those asked about
};
using Ask = std::function<Standing(const Reader&, const std::vector<guard::TopicToken>&)>;

/// The streams of this process: which browser waits for which topics, and what it has not been told
/// yet. A first event goes out at once, the next within coalesced_for, as one message. Thread-safe.
class Hub
{
  public:
    using Clock = std::chrono::steady_clock;
    /// The text of an event id: a moment that tells its reader nothing.
    using SealMoment = std::function<std::string(const events::Moment&)>;

    Hub(Ask ask, SealMoment seal_moment, std::chrono::milliseconds calm = calm_for);
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    /// `seen`: up to where the browser has been told already. The tokens have been checked.
    std::shared_ptr<http::Stream> open(const Reader& reader,
                                       const std::vector<guard::TopicToken>& tokens,
                                       const std::optional<events::Moment>& seen);
    /// Replaces what a stream waits for; false when this process does not hold it for that reader.
    bool set_topics(std::string_view stream, const Reader& reader,
                    const std::vector<guard::TopicToken>& tokens);
    /// For events::Board::tell.
    void publish(const events::Publication& publication);
    /// Somebody is on a record, or has left it: who waits for `topic` is told.
    void be_present(const std::string& topic, const Present& who);
    /// One refresh for every stream, spread (another process died before it could tell).
    void refresh_all();

    std::size_t stream_count() const;

  private:
    struct Topic;
    struct Untold;
    struct Listener;
    using Schedule = std::set<std::pair<Clock::time_point, Listener*>>;

    void serve();
    Clock::time_point next_turn() const;
    void flush(Clock::time_point now);
    void tell(Listener& listener, Clock::time_point now);
    void ask_again(std::unique_lock<std::mutex>& lock, Clock::time_point now);
    void apply(Listener& listener, const Standing& standing);
    void expire_presence(Clock::time_point now);
    void send_presence(const Topic& topic);

    void tell_readers(const std::string& name, std::string_view request);
    Clock::time_point earliest_of(const Topic& topic, Clock::time_point now) const;
    void wait_for(Listener& listener, const std::vector<guard::TopicToken>& tokens);
    void forget_topics(Listener& listener);
    void catch_up(Listener& listener, const std::vector<guard::TopicToken>& tokens,
                  const std::optional<events::Moment>& seen);
    void note(Listener& listener, const Topic& topic, std::string_view request,
              Clock::time_point due);
    void be_due(Listener& listener, Clock::time_point at);
    void check_at(Listener& listener, Clock::time_point at);
    void check_all(std::string_view topic);
    void end(Listener& listener);
    void make_room(const Reader& reader);

    const Ask ask_;
    const SealMoment seal_moment_;
    const std::chrono::milliseconds calm_;
    mutable std::mutex mutex_;
    std::condition_variable turn_;
    std::unordered_map<std::string, std::unique_ptr<Listener>> listeners_; ///< by stream id
    std::unordered_map<std::string, std::unique_ptr<Topic>> topics_;
    Schedule due_;
    Schedule checks_;
    Clock::time_point woken_for_;
    Clock::time_point presence_ends_ = Clock::time_point::max(); ///< the next one
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace live
