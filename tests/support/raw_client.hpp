#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace test_support
{

/// One answer as it came over the wire.
struct RawAnswer {
    int status = 0;
    std::string head; ///< status line and headers, without the empty line
    std::string body;

    /// The first value of a header, or empty. Names compare without case.
    std::string header(std::string_view name) const;
};

enum class HasBody { No, Yes };

/// A TCP connection to a server on this machine that sends exactly the bytes it is given. Throws
/// std::runtime_error when the connection fails.
class RawClient
{
  public:
    using Patience = std::chrono::milliseconds;

    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False when the server no longer takes the bytes.
    bool send(std::string_view bytes);
    /// Says that nothing more will be sent.
    void finish_sending();
    /// The next answer; nothing when the connection closes or `patience` ends first. An answer to
    /// HEAD has no body whatever its Content-Length.
    std::optional<RawAnswer> read(HasBody has_body = HasBody::Yes,
                                  Patience patience = std::chrono::seconds{5});
    /// The server closes within `patience` without a further byte.
    bool is_closed_within(Patience patience = std::chrono::seconds{5});
    /// At most `limit` bytes of what has arrived, waiting for the first one.
    std::string receive(std::size_t limit, Patience patience = std::chrono::seconds{5});

  private:
    bool fill(std::chrono::steady_clock::time_point until);

    int socket_ = -1;
    std::string received_;
};

} // namespace test_support
