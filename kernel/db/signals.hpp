#pragma once

#include "kernel/db/database.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace db
{

/// How long messages are gathered before they leave as one.
inline constexpr std::chrono::milliseconds signals_gathered_for{20};

/// Short messages between the processes that share one PostgreSQL database: one connection that
/// listens and notifies, outside every transaction (inside, a commit costs twice as much). Nothing
/// is kept for who is away.
class Signals
{
  public:
    struct Listener {
        /// One message of another process, without line breaks. On the thread of the signals.
        std::function<void(std::string_view)> heard;
        /// The connection was lost and is back: messages may have been missed.
        std::function<void()> missed;
    };

    Signals(const DatabaseOptions& options, Listener listener);
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    /// Any thread; returns at once. A message has at most 500 bytes and no line break.
    void send(std::string message);

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace db
