#include "kernel/http/body_decoder.hpp"

#include <algorithm>

namespace http
{
namespace
{

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

BodyDecoder::BodyDecoder(const BodyFraming& framing)
    : is_chunked_{framing.kind == BodyFraming::Kind::Chunked}, state_{State::Size},
      left_{framing.bytes}
{
    if (!is_chunked_) state_ = left_ == 0 ? State::Done : State::Content;
}

std::size_t BodyDecoder::decode(std::string_view received, std::string& decoded)
{
    std::size_t used = 0;
    while (used < received.size() && !is_done()) {
        if (state_ == State::Content) {
            used += take_content(received.substr(used), decoded);
            continue;
        }
        const char byte = received[used++];
        switch (state_) {
        case State::Size:
            read_size(byte);
            break;
        case State::Extension:
            read_extension(byte);
            break;
        case State::SizeEnd:
            expect(byte, '\n', left_ == 0 ? State::End : State::Content);
            break;
        case State::ContentEnd:
            expect(byte, '\r', State::ContentEnd2);
            break;
        case State::ContentEnd2:
            expect(byte, '\n', State::Size);
            break;
        case State::End:
            expect(byte, '\r', State::End2);
            break;
        case State::End2:
            expect(byte, '\n', State::Done);
            break;
        case State::Content:
        case State::Done:
            break;
        }
    }
    return used;
}

std::size_t BodyDecoder::take_content(std::string_view received, std::string& decoded)
{
    const auto bytes = std::min<std::uint64_t>(left_, received.size());
    decoded += received.substr(0, bytes);
    left_ -= bytes;
    if (left_ == 0) state_ = is_chunked_ ? State::ContentEnd : State::Done;
    digits_ = 0;
    return bytes;
}

void BodyDecoder::read_size(char byte)
{
    const int value = hex_value(byte);
    if (value >= 0 && digits_ < chunk_size_digits_max) {
        left_ = left_ * 16 + static_cast<std::uint64_t>(value);
        ++digits_;
    } else if (byte == '\r' && digits_ > 0) {
        state_ = State::SizeEnd;
    } else if (byte == ';' && digits_ > 0) {
        state_ = State::Extension;
        extension_bytes_ = 0;
    } else {
        throw BadRequest{400, "chunk size not understood"};
    }
}

void BodyDecoder::read_extension(char byte)
{
    if (byte == '\r') {
        state_ = State::SizeEnd;
        return;
    }
    const auto code = static_cast<unsigned char>(byte);
    if ((code < 0x20 && byte != '\t') || code == 0x7f)
        throw BadRequest{400, "control character in a chunk extension"};
    if (++extension_bytes_ > chunk_extension_bytes_max)
        throw BadRequest{400, "chunk extension too long"};
}

void BodyDecoder::expect(char byte, char expected, State next)
{
    if (byte != expected) throw BadRequest{400, "chunk not ended"};
    state_ = next;
}

} // namespace http
