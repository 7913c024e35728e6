#include "kernel/http/transport.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <utility>

namespace http
{
namespace
{

namespace asio = boost::asio;

constexpr auto resume = asio::as_tuple(asio::use_awaitable);

class TcpTransport final : public Transport
{
  public:
    explicit TcpTransport(asio::ip::tcp::socket socket) : socket_{std::move(socket)} {}

    asio::awaitable<bool> handshake() override { co_return true; }

    asio::awaitable<void> wait_readable() override
    {
        co_await socket_.async_wait(asio::ip::tcp::socket::wait_read, resume);
    }

    asio::awaitable<std::size_t> read_some(std::span<char> into) override
    {
        const auto buffer = asio::buffer(into.data(), into.size());
        const auto [error, bytes] = co_await socket_.async_read_some(buffer, resume);
        co_return error ? 0 : bytes;
    }

    asio::awaitable<std::size_t> write_some(std::string_view first,
                                            std::string_view second) override
    {
        const std::array buffers{asio::buffer(first.data(), first.size()),
                                 asio::buffer(second.data(), second.size())};
        const auto [error, bytes] = co_await socket_.async_write_some(buffers, resume);
        co_return error ? 0 : bytes;
    }

    asio::awaitable<void> finish_sending() override
    {
        boost::system::error_code ignored;
        socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        co_return;
    }

    asio::awaitable<void> wait_until_sent_to() override
    {
        co_await socket_.async_wait(asio::ip::tcp::socket::wait_read, resume);
    }

    asio::any_io_executor executor() override { return socket_.get_executor(); }

    void cancel() override
    {
        boost::system::error_code ignored;
        socket_.cancel(ignored);
    }

    void close() override
    {
        boost::system::error_code ignored;
        socket_.close(ignored);
    }

  private:
    asio::ip::tcp::socket socket_;
};

} // namespace

std::unique_ptr<Transport> make_tcp_transport(asio::ip::tcp::socket socket)
{
    return std::make_unique<TcpTransport>(std::move(socket));
}

} // namespace http
