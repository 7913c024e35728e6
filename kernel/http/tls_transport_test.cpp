#include "kernel/base/refusal.hpp"
#include "kernel/http/server.hpp"
#include "tests/support/raw_client.hpp"

#include <doctest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <stdlib.h>

#include <array>
#include <cstdio>

using http::Request;
using http::Response;
using http::Server;

namespace
{

template <auto free>
struct Free {
    template <class Pointer>
    void operator()(Pointer* pointer) const
    {
        free(pointer);
    }
};
template <class Type, auto free>
using Owned = std::unique_ptr<Type, Free<free>>;
using File = Owned<std::FILE, std::fclose>;

/// A key and a certificate signed by itself, in files that go away with the test.
class Certificate
{
  public:
    Certificate()
    {
        std::string folder =
            (std::filesystem::temp_directory_path() / "etabli-tls-XXXXXX").string();
        REQUIRE(::mkdtemp(folder.data()) != nullptr);
        folder_ = folder;
        const Owned<EVP_PKEY, EVP_PKEY_free> key{EVP_EC_gen("P-256")};
        const Owned<X509, X509_free> certificate{X509_new()};
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
        X509_set_pubkey(certificate.get(), key.get());
        REQUIRE(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
        const File key_file{std::fopen(key_path().c_str(), "w")};
        PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        const File certificate_file{std::fopen(path().c_str(), "w")};
        PEM_write_X509(certificate_file.get(), certificate.get());
    }
    ~Certificate() { std::filesystem::remove_all(folder_); }
    Certificate(const Certificate&) = delete;
    Certificate& operator=(const Certificate&) = delete;

    std::string path() const { return folder_ / "certificate.pem"; }
    std::string key_path() const { return folder_ / "key.pem"; }

  private:
    std::filesystem::path folder_;
};

/// A TLS connection of OpenSSL's own.
class TlsClient
{
  public:
    TlsClient(std::uint16_t port, std::string_view protocol)
    {
        const std::string offered = static_cast<char>(protocol.size()) + std::string{protocol};
        SSL_CTX_set_alpn_protos(context_.get(),
                                reinterpret_cast<const unsigned char*>(offered.data()),
                                static_cast<unsigned>(offered.size()));
        bio_.reset(BIO_new_ssl_connect(context_.get()));
        BIO_set_conn_hostname(bio_.get(), ("127.0.0.1:" + std::to_string(port)).c_str());
        BIO_get_ssl(bio_.get(), &ssl_);
    }

    bool connect() { return BIO_do_connect(bio_.get()) == 1; }
    std::string protocol() const
    {
        const unsigned char* name = nullptr;
        unsigned size = 0;
        SSL_get0_alpn_selected(ssl_, &name, &size);
        return {reinterpret_cast<const char*>(name), size};
    }
    void send(const std::string& bytes)
    {
        BIO_write(bio_.get(), bytes.data(), static_cast<int>(bytes.size()));
    }
    /// Everything until the server closes.
    std::string read_all()
    {
        std::string all;
        std::array<char, 4096> block{};
        for (int bytes = 1; bytes > 0;) {
            bytes = BIO_read(bio_.get(), block.data(), static_cast<int>(block.size()));
            if (bytes > 0) all.append(block.data(), static_cast<std::size_t>(bytes));
        }
        return all;
    }

  private:
    Owned<SSL_CTX, SSL_CTX_free> context_{SSL_CTX_new(TLS_client_method())};
    Owned<BIO, BIO_free_all> bio_;
    SSL* ssl_ = nullptr;
};

http::ServerOptions encrypted(const Certificate& certificate)
{
    return {.listen = "127.0.0.1:0",
            .workers = 1,
            .header_timeout = std::chrono::milliseconds{2000},
            .tls_certificate_file = certificate.path(),
            .tls_key_file = certificate.key_path()};
}

Response large_when_https(Request& request)
{
    return Response::text(request.is_https ? std::string(200'000, 'x') : "plain");
}

} // namespace

TEST_CASE("the same server speaks TLS 1.2 or later and HTTP/1.1 inside")
{
    const Certificate certificate;
    Server server{encrypted(certificate), large_when_https};
    server.start();
    TlsClient client{server.port(), "http/1.1"};
    REQUIRE(client.connect());
    CHECK(client.protocol() == "http/1.1");
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
    client.send(head + "\r\n" + head + "Connection: close\r\n\r\n");
    const auto answers = client.read_all();
    CHECK(answers.size() > 400'000);
    CHECK(answers.ends_with(std::string(200'000, 'x')));
}

TEST_CASE("another protocol, or none at all, is refused at the handshake")
{
    const Certificate certificate;
    Server server{encrypted(certificate), large_when_https};
    server.start();
    CHECK_FALSE(TlsClient{server.port(), "h2"}.connect());
    test_support::RawClient plain{server.port()};
    plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(plain.receive(100).find("HTTP/1.1 200") == std::string::npos);
    test_support::RawClient silent{server.port()};
    CHECK(silent.is_closed_within(std::chrono::seconds{10}));
    TlsClient good{server.port(), "http/1.1"};
    CHECK(good.connect());
}

TEST_CASE("a certificate that cannot be used is refused when the server starts")
{
    const Certificate certificate;
    auto options = encrypted(certificate);
    options.tls_key_file = options.tls_certificate_file;
    Server server{options, large_when_https};
    CHECK_THROWS_AS(server.start(), base::Refusal);
}
