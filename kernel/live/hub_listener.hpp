#pragma once

#include "kernel/live/hub.hpp"

namespace live
{

struct Hub::Topic {
    std::string name;
    std::vector<Listener*> listeners;
    Presence presence;
    Clock::time_point told_at{}; ///< of a calm one: when its readers were last to be told
    bool is_calm() const { return name.ends_with(calm_suffix); }
};

/// A change its reader was not told yet.
struct Hub::Untold {
    const Topic* topic = nullptr;
    std::string request; ///< that made it, when it is one
    Clock::time_point due{};
};

struct Hub::Listener {
    std::string id;
    Reader reader;
    std::weak_ptr<http::Stream> stream;
    std::vector<guard::TopicToken> tokens; ///< what it was allowed, to be asked about again
    std::vector<Topic*> topics;

    std::vector<Untold> untold;
    Clock::time_point due = Clock::time_point::max();
    Clock::time_point check = Clock::time_point::max();
    Clock::time_point told_at{};
};

/// One server-sent event. `data` has no line break.
std::string event_text(std::string_view name, std::string_view data, std::string_view id = {});

} // namespace live
