#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace http
{

/// The bytes of one connection, plain or encrypted. One operation at a time, on the I/O thread;
/// each gives 0 or false when the peer is gone or `cancel` was called.
class Transport
{
  public:
    virtual ~Transport() = default;

    virtual boost::asio::awaitable<bool> handshake() = 0;
    /// Returns when reading would not wait. Holds no buffer. May return early.
    virtual boost::asio::awaitable<void> wait_readable() = 0;
    virtual boost::asio::awaitable<std::size_t> read_some(std::span<char> into) = 0;
    /// Sends the start of `first` followed by `second`; gives how many bytes went out.
    virtual boost::asio::awaitable<std::size_t> write_some(std::string_view first,
                                                           std::string_view second) = 0;
    /// Returns when the peer sends something or leaves; writing may go on meanwhile.
    virtual boost::asio::awaitable<void> wait_until_sent_to() = 0;
    virtual boost::asio::any_io_executor executor() = 0;
    /// Tells the peer that nothing more will come; reading goes on.
    virtual boost::asio::awaitable<void> finish_sending() = 0;
    virtual void cancel() = 0;
    virtual void close() = 0;
};

std::unique_ptr<Transport> make_tcp_transport(boost::asio::ip::tcp::socket socket);

/// Certificate and key, TLS 1.2 or later, ALPN http/1.1.
class TlsSettings;
/// Files in PEM. Throws base::Refusal{"http.refusal.certificate"} when they cannot be used.
std::shared_ptr<TlsSettings> load_tls(const std::string& certificate_file,
                                      const std::string& key_file);
std::unique_ptr<Transport> make_tls_transport(std::shared_ptr<TlsSettings> settings,
                                              boost::asio::ip::tcp::socket socket);

} // namespace http
