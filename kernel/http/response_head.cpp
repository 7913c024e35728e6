#include "kernel/base/text.hpp"
#include "kernel/http/delivery.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace http
{
namespace
{

constexpr std::array<std::pair<int, std::string_view>, 33> phrases{
    {{200, "OK"},
     {201, "Created"},
     {202, "Accepted"},
     {204, "No Content"},
     {206, "Partial Content"},
     {301, "Moved Permanently"},
     {302, "Found"},
     {303, "See Other"},
     {304, "Not Modified"},
     {307, "Temporary Redirect"},
     {308, "Permanent Redirect"},
     {400, "Bad Request"},
     {401, "Unauthorized"},
     {402, "Payment Required"},
     {403, "Forbidden"},
     {404, "Not Found"},
     {405, "Method Not Allowed"},
     {408, "Request Timeout"},
     {409, "Conflict"},
     {410, "Gone"},
     {411, "Length Required"},
     {413, "Content Too Large"},
     {414, "URI Too Long"},
     {415, "Unsupported Media Type"},
     {416, "Range Not Satisfiable"},
     {417, "Expectation Failed"},
     {421, "Misdirected Request"},
     {422, "Unprocessable Content"},
     {429, "Too Many Requests"},
     {431, "Request Header Fields Too Large"},
     {500, "Internal Server Error"},
     {502, "Bad Gateway"},
     {503, "Service Unavailable"}}};

/// Headers that describe the connection or the framing: only the server knows them.
bool is_ours(std::string_view name)
{
    constexpr std::array<std::string_view, 5> ours{"date", "content-length", "connection",
                                                   "transfer-encoding", "keep-alive"};
    return name.size() <= 17 && std::ranges::find(ours, base::lower_ascii(name)) != ours.end();
}

bool has_no_content(int status)
{
    return status == 204 || status == 304;
}

void append_two_digits(std::string& text, int number)
{
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
}

} // namespace

std::string write_head(const Delivery& delivery, After after, std::string_view date)
{
    const auto& response = delivery.response;
    std::string head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    head.append(reason_phrase(response.status)).append("\r\nDate: ").append(date).append("\r\n");
    for (const auto& [name, value] : response.headers.all())
        if (!is_ours(name)) head.append(name).append(": ").append(value).append("\r\n");
    if (!has_no_content(response.status) && !response.stream)
        head.append("Content-Length: ").append(std::to_string(delivery.bytes)).append("\r\n");
    if (after == After::Close) head.append("Connection: close\r\n");
    if (after == After::KeepAliveHttp10) head.append("Connection: keep-alive\r\n");
    head.append("\r\n");
    return head;
}

std::string http_date(std::int64_t seconds)
{
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t time = seconds;
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::string text = days.at(static_cast<std::size_t>(utc.tm_wday));
    text += ", ";
    append_two_digits(text, utc.tm_mday);
    text.append(" ").append(months.at(static_cast<std::size_t>(utc.tm_mon))).append(" ");
    text.append(std::to_string(1900 + utc.tm_year)).append(" ");
    append_two_digits(text, utc.tm_hour);
    text += ':';
    append_two_digits(text, utc.tm_min);
    text += ':';
    append_two_digits(text, utc.tm_sec);
    return text.append(" GMT");
}

std::string_view reason_phrase(int status)
{
    const auto found = std::ranges::find(phrases, status, &std::pair<int, std::string_view>::first);
    return found == phrases.end() ? std::string_view{} : found->second;
}

} // namespace http
