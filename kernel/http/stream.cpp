#include "kernel/http/stream.hpp"

namespace http
{

bool Stream::send(std::string_view bytes)
{
    const std::scoped_lock lock{mutex_};
    if (state_ != State::Open) return false;
    if (queue_.size() + bytes.size() > stream_queue_bytes_max) {
        state_ = State::Over;
        is_woken_ = false; // the connection may be waiting for a reader who does not read
    }
    if (state_ == State::Open) queue_ += bytes;
    wake_reader();
    return state_ == State::Open;
}

void Stream::finish()
{
    const std::scoped_lock lock{mutex_};
    if (state_ == State::Open) state_ = State::Finishing;
    wake_reader();
}

bool Stream::is_over() const
{
    const std::scoped_lock lock{mutex_};
    return state_ != State::Open;
}

void Stream::wake_reader()
{
    if (is_woken_ || !wake_) return;
    is_woken_ = true;
    wake_();
}

} // namespace http
