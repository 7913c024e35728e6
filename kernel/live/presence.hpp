#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace live
{

inline constexpr std::chrono::seconds present_for{90}; ///< unless said again
inline constexpr std::chrono::seconds typing_for{20};

/// Somebody on the page of a record. Never stored.
struct Present {
    enum class State { Away, Looking, Typing };
    std::string id; ///< of the membership
    std::string name;
    State state = State::Looking;
};

/// Who is on one record now.
class Presence
{
  public:
    using Clock = std::chrono::steady_clock;

    /// Whether that changes what others see.
    bool note(const Present& who, Clock::time_point now);
    /// The same, for who has not said anything for too long.
    bool expire(Clock::time_point now);
    /// When `expire` has something to do; max() = nobody is here.
    Clock::time_point next_end() const;
    /// [{"name":"Maëlys","typing":true}]
    /// Without the reader himself.
    std::string json(std::string_view reader) const;

  private:
    struct Stay {
        std::string name;
        Clock::time_point until;
        Clock::time_point typing_until;
        bool is_typing = false;
    };
    std::map<std::string, Stay> stays_;
};

} // namespace live
