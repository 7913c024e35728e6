#pragma once

#include "kernel/http/stream.hpp"

#include <memory>
#include <string>
#include <utility>

namespace http
{

/// The connection's end of a Stream.
class StreamWriter
{
  public:
    /// What becomes of the stream when its writer goes.
    enum class AtEnd { Finish, Leave };
    StreamWriter(std::shared_ptr<Stream> stream, std::function<void()> wake,
                 AtEnd at_end = AtEnd::Finish);
    ~StreamWriter();
    StreamWriter(const StreamWriter&) = delete;
    StreamWriter& operator=(const StreamWriter&) = delete;

    /// What waits to be written; from here on the stream wakes its connection again.
    std::string take();
    /// Nothing more will come after `take` gave nothing.
    bool is_over() const { return stream_->is_over(); }
    /// More waited than a reader may leave: what is being written is not worth waiting for.
    bool is_cut() const;
    void send_heartbeat() { stream_->send(stream_heartbeat_line); }

  private:
    std::shared_ptr<Stream> stream_;
    AtEnd at_end_;
};

} // namespace http
