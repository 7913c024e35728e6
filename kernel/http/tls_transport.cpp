#include "kernel/base/refusal.hpp"
#include "kernel/http/transport.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <utility>

namespace http
{

namespace asio = boost::asio;

class TlsSettings
{
  public:
    TlsSettings(const std::string& certificate_file, const std::string& key_file)
    {
        context_.set_options(asio::ssl::context::default_workarounds |
                             asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
        context_.use_certificate_chain_file(certificate_file);
        context_.use_private_key_file(key_file, asio::ssl::context::pem);
        SSL_CTX_set_alpn_select_cb(context_.native_handle(), &choose_protocol, nullptr);
        SSL_CTX_set_mode(context_.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    }

    asio::ssl::context& context() { return context_; }

  private:
    static int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* chosen_size,
                               const unsigned char* offered, unsigned offered_size, void*)
    {
        static constexpr std::array<unsigned char, 9> ours{8,   'h', 't', 't', 'p',
                                                           '/', '1', '.', '1'};
        unsigned char* found = nullptr;
        const int result = SSL_select_next_proto(&found, chosen_size, ours.data(), ours.size(),
                                                 offered, offered_size);
        *chosen = found;
        return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
    }

    asio::ssl::context context_{asio::ssl::context::tls_server};
};

namespace
{

constexpr auto resume = asio::as_tuple(asio::use_awaitable);

class TlsTransport final : public Transport
{
  public:
    TlsTransport(std::shared_ptr<TlsSettings> settings, asio::ip::tcp::socket socket)
        : settings_{std::move(settings)}, stream_{std::move(socket), settings_->context()}
    {
    }

    asio::awaitable<bool> handshake() override
    {
        const auto [error] =
            co_await stream_.async_handshake(asio::ssl::stream_base::server, resume);
        co_return !error;
    }

    /// Decrypted bytes may be waiting where the socket does not show them.
    asio::awaitable<void> wait_readable() override { co_return; }

    asio::awaitable<std::size_t> read_some(std::span<char> into) override
    {
        const auto buffer = asio::buffer(into.data(), into.size());
        const auto [error, bytes] = co_await stream_.async_read_some(buffer, resume);
        co_return error ? 0 : bytes;
    }

    asio::awaitable<std::size_t> write_some(std::string_view first,
                                            std::string_view second) override
    {
        const auto piece = first.empty() ? second : first;
        const auto buffer = asio::buffer(piece.data(), piece.size());
        const auto [error, bytes] = co_await stream_.async_write_some(buffer, resume);
        co_return error ? 0 : bytes;
    }

    asio::awaitable<void> finish_sending() override { co_await stream_.async_shutdown(resume); }

    asio::awaitable<void> wait_until_sent_to() override
    {
        co_await stream_.next_layer().async_wait(asio::ip::tcp::socket::wait_read, resume);
    }

    asio::any_io_executor executor() override { return stream_.next_layer().get_executor(); }

    void cancel() override
    {
        boost::system::error_code ignored;
        stream_.next_layer().cancel(ignored);
    }

    void close() override
    {
        boost::system::error_code ignored;
        stream_.next_layer().close(ignored);
    }

  private:
    std::shared_ptr<TlsSettings> settings_;
    asio::ssl::stream<asio::ip::tcp::socket> stream_;
};

} // namespace

std::shared_ptr<TlsSettings> load_tls(const std::string& certificate_file,
                                      const std::string& key_file)
{
    try {
        return std::make_shared<TlsSettings>(certificate_file, key_file);
    } catch (const boost::system::system_error&) {
        throw base::Refusal{"http.refusal.certificate",
                            {{"certificate", certificate_file}, {"key", key_file}}};
    }
}

std::unique_ptr<Transport> make_tls_transport(std::shared_ptr<TlsSettings> settings,
                                              asio::ip::tcp::socket socket)
{
    return std::make_unique<TlsTransport>(std::move(settings), std::move(socket));
}

} // namespace http
