#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace http
{

/// What a stream may hold for a reader that does not read; more ends it.
inline constexpr std::size_t stream_queue_bytes_max = 32 * 1024;
/// An empty event keeps proxies from closing a silent stream, and tells a page that it is alive:
/// scripts do not see comment lines.
inline constexpr std::chrono::seconds stream_heartbeat{20};
inline constexpr std::string_view stream_heartbeat_line = "event: beat\ndata:\n\n";

/// The endless body of an answer (server-sent events). Whoever writes keeps a weak pointer: the
/// connection owns it and drops it when the reader has gone or is too slow. Any thread.
class Stream
{
  public:
    /// False when the stream is over.
    bool send(std::string_view bytes);
    /// Ends it once what was sent has gone out.
    void finish();
    bool is_over() const;

  private:
    friend class StreamWriter;
    enum class State { Open, Finishing, Over };

    void wake_reader();

    mutable std::mutex mutex_;
    State state_ = State::Open;
    std::string queue_;
    std::function<void()> wake_; ///< posts to the I/O thread; none before a connection has it
    bool is_woken_ = false;
};

} // namespace http
