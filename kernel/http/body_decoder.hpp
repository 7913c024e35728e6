#pragma once

#include "kernel/http/request_checks.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace http
{

inline constexpr std::size_t chunk_size_digits_max = 15;
inline constexpr std::size_t chunk_extension_bytes_max = 256;

/// Takes the framing off a body as it arrives. Of a chunked one it accepts what has a single
/// reading: extensions are bounded and dropped; a bare CR or LF, a blank, a sign or a prefix in a
/// size, and any trailer field are refused at their first byte. (RFC 9112 §7.1)
///
/// Not Beast's: that one aborts on an assertion when the last chunk arrives in pieces, and waits
/// for more where a bare LF can already be refused.
class BodyDecoder
{
  public:
    explicit BodyDecoder(const BodyFraming& framing);

    /// Appends the content in `received` to `decoded` and gives how many bytes belonged to the
    /// body: all of them, until it is done. Throws BadRequest{400}.
    std::size_t decode(std::string_view received, std::string& decoded);
    bool is_done() const { return state_ == State::Done; }

  private:
    enum class State {
        Size,
        Extension,
        SizeEnd,
        Content,
        ContentEnd,
        ContentEnd2,
        End,
        End2,
        Done
    };

    std::size_t take_content(std::string_view received, std::string& decoded);
    void read_size(char byte);
    void read_extension(char byte);
    void expect(char byte, char expected, State next);

    bool is_chunked_;
    State state_;
    std::uint64_t left_ = 0; ///< bytes of content before the next piece of framing
    std::size_t digits_ = 0;
    std::size_t extension_bytes_ = 0;
};

} // namespace http
