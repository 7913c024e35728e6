#include "kernel/mail/smtp.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/public_address.hpp"

#include <curl/curl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace mail
{
namespace
{

constexpr int submission_port = 587;
constexpr int implicit_tls_port = 465;
constexpr int least_permanent_code = 500;
constexpr int connect_share = 6; // connecting may take this fraction of the patience

struct CleanHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CleanUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeText {
    void operator()(char* text) const { curl_free(text); }
};
using Url = std::unique_ptr<CURLU, CleanUrl>;

void start_library()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

std::string part_of(const Url& url, CURLUPart part)
{
    char* text = nullptr;
    if (curl_url_get(url.get(), part, &text, CURLU_URLDECODE) != CURLUE_OK) return {};
    const std::unique_ptr<char, FreeText> owned{text};
    return text;
}

bool is_this_machine(std::string_view host)
{
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

/// What happens on the connection, as curl tells it.
struct Exchange {
    std::string_view rest; ///< of the message, not sent yet
    std::string command;   ///< the last one sent: its first four letters
    std::string answer;    ///< the last line received
    bool is_over = false;  ///< we took leave: what follows says nothing about the message

    int code() const
    {
        int value = 0;
        std::from_chars(answer.data(), answer.data() + answer.size(), value);
        return value;
    }
};

std::size_t give_bytes(char* to, std::size_t size, std::size_t count, void* exchange)
{
    auto& rest = static_cast<Exchange*>(exchange)->rest;
    const auto length = std::min(size * count, rest.size());
    std::memcpy(to, rest.data(), length);
    rest.remove_prefix(length);
    return length;
}

int listen_in(CURL*, curl_infotype type, char* data, std::size_t size, void* exchange)
{
    auto& heard = *static_cast<Exchange*>(exchange);
    const std::string_view line{data, size};
    constexpr std::size_t command_letters = 4;
    if (type == CURLINFO_HEADER_OUT && line.starts_with("QUIT")) heard.is_over = true;
    if (heard.is_over) return 0;
    if (type == CURLINFO_HEADER_OUT) heard.command = line.substr(0, command_letters);
    if (type == CURLINFO_HEADER_IN) heard.answer = base::trim(line);
    return 0;
}

curl_socket_t open_public_socket(void*, curlsocktype, curl_sockaddr* address)
{
    if (!http::is_public_address(address->addr)) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// A handle with every option checked: one that libcurl does not know is our mistake.
class Handle
{
  public:
    Handle() : handle_(curl_easy_init())
    {
        if (handle_ == nullptr) throw std::bad_alloc{};
    }
    template <class T>
    Handle& set(CURLoption option, T value)
    {
        if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK)
            throw std::logic_error("libcurl refuses option " + std::to_string(option));
        return *this;
    }
    CURLcode perform() { return curl_easy_perform(handle_.get()); }

  private:
    std::unique_ptr<CURL, CleanHandle> handle_;
};

std::string address_of(const Server& server, const std::string& greeting)
{
    const std::string scheme = server.encryption == Encryption::tls ? "smtps://" : "smtp://";
    return scheme + server.host + ":" + std::to_string(server.port) + "/" + greeting;
}

void set_connection(Handle& handle, const Server& server, const SmtpOptions& options)
{
    const long seconds = options.patience.count();
    const long encryption =
        server.encryption == Encryption::starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE;
    handle.set(CURLOPT_URL, address_of(server, options.greeting).c_str())
        .set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        .set(CURLOPT_PROXY, "")
        .set(CURLOPT_NOSIGNAL, 1L)
        .set(CURLOPT_USE_SSL, encryption)
        .set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        .set(CURLOPT_TIMEOUT, seconds)
        .set(CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds) // also bounds the leave taken of a slow one
        .set(CURLOPT_CONNECTTIMEOUT, std::max(1L, seconds / connect_share));
    if (!options.authorities.empty()) handle.set(CURLOPT_CAINFO, options.authorities.c_str());
    if (options.reach == Reach::PublicOnly)
        handle.set(CURLOPT_OPENSOCKETFUNCTION, open_public_socket);
    if (!server.user.empty())
        handle.set(CURLOPT_USERNAME, server.user.c_str())
            .set(CURLOPT_PASSWORD, server.password.c_str());
}

Outcome outcome_of(CURLcode result, int code, const std::string& command)
{
    if (result == CURLE_OK) return Outcome::accepted;
    if (result == CURLE_LOGIN_DENIED) return Outcome::bad_credentials;
    const bool is_about_the_message = command == "MAIL" || command == "RCPT" || command == "DATA";
    return is_about_the_message && code >= least_permanent_code ? Outcome::refused : Outcome::later;
}

} // namespace

std::optional<Server> server_of_url(std::string_view text)
{
    start_library();
    const Url url{curl_url()};
    if (curl_url_set(url.get(), CURLUPART_URL, std::string{text}.c_str(), 0) != CURLUE_OK)
        return {};
    const auto scheme = part_of(url, CURLUPART_SCHEME);
    if (scheme != "smtp" && scheme != "smtps") return {};

    Server server{.host = part_of(url, CURLUPART_HOST),
                  .user = part_of(url, CURLUPART_USER),
                  .password = part_of(url, CURLUPART_PASSWORD)};
    server.encryption = scheme == "smtps"              ? Encryption::tls
                        : is_this_machine(server.host) ? Encryption::none
                                                       : Encryption::starttls;
    const auto port = part_of(url, CURLUPART_PORT);
    server.port = !port.empty()       ? std::stoi(port)
                  : scheme == "smtps" ? implicit_tls_port
                                      : submission_port;
    return server;
}

Reply deliver(const Server& server, const Delivery& delivery, const SmtpOptions& options)
{
    start_library();
    Exchange exchange{.rest = delivery.bytes, .command = {}, .answer = {}};
    const std::unique_ptr<curl_slist, FreeList> recipients{
        curl_slist_append(nullptr, delivery.to.c_str())};
    Handle handle;
    set_connection(handle, server, options);
    handle.set(CURLOPT_MAIL_FROM, delivery.from.c_str())
        .set(CURLOPT_MAIL_RCPT, recipients.get())
        .set(CURLOPT_UPLOAD, 1L)
        .set(CURLOPT_READFUNCTION, give_bytes)
        .set(CURLOPT_READDATA, &exchange)
        .set(CURLOPT_VERBOSE, 1L)
        .set(CURLOPT_DEBUGFUNCTION, listen_in)
        .set(CURLOPT_DEBUGDATA, &exchange);

    const auto result = handle.perform();
    const int code = exchange.code();
    return {.outcome = outcome_of(result, code, exchange.command),
            .code = code,
            .words = code > 0 ? exchange.answer : curl_easy_strerror(result)};
}

} // namespace mail
