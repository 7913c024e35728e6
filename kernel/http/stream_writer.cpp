#include "kernel/http/stream_writer.hpp"

namespace http
{

StreamWriter::StreamWriter(std::shared_ptr<Stream> stream, std::function<void()> wake, AtEnd at_end)
    : stream_(std::move(stream)), at_end_(at_end)
{
    const std::scoped_lock lock{stream_->mutex_};
    stream_->wake_ = std::move(wake);
    stream_->wake_reader();
}

StreamWriter::~StreamWriter()
{
    const std::scoped_lock lock{stream_->mutex_};
    stream_->wake_ = nullptr;
    stream_->is_woken_ = false;
    if (at_end_ == AtEnd::Leave) return;
    stream_->state_ = Stream::State::Over;
    stream_->queue_.clear();
}

bool StreamWriter::is_cut() const
{
    const std::scoped_lock lock{stream_->mutex_};
    return stream_->state_ == Stream::State::Over;
}

std::string StreamWriter::take()
{
    const std::scoped_lock lock{stream_->mutex_};
    stream_->is_woken_ = false;
    return std::exchange(stream_->queue_, {});
}

} // namespace http
