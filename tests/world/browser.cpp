#include "tests/world/browser.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/guard/csrf.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <fstream>

namespace test_world
{
namespace
{

std::string value_of(std::string_view set_cookie)
{
    const auto equals = set_cookie.find('=');
    return std::string{set_cookie.substr(equals + 1, set_cookie.find(';') - equals - 1)};
}

} // namespace

std::string Browser::cookie(std::string_view name) const
{
    const auto found = cookies_.find(name);
    return found == cookies_.end() ? std::string{} : found->second;
}

http::Request Browser::request(http::Method method, std::string_view target) const
{
    http::Request request;
    request.method = method;
    request.target = std::string{target};
    const auto question = target.find('?');
    request.path = std::string{target.substr(0, question)};
    if (question != std::string_view::npos)
        request.query = http::parse_urlencoded(target.substr(question + 1));
    std::string cookies;
    for (const auto& [name, value] : cookies_) {
        if (!cookies.empty()) cookies += "; ";
        cookies.append(name).append("=").append(value);
    }
    if (!cookies.empty()) request.headers.set("Cookie", cookies);
    request.headers.set("User-Agent", "Mozilla/5.0 (test)");
    request.peer = address;
    request.host = "localhost:8080";
    request.id = base::hex(base::random_bytes(8));
    return request;
}

http::Response Browser::send(http::Request& request)
{
    auto response = site_.answer(request);
    for (const auto& [name, value] : response.headers.all()) {
        if (name != "Set-Cookie") continue;
        const auto cookie = std::string{value.substr(0, value.find('='))};
        if (value.find("Max-Age=0") != std::string::npos)
            cookies_.erase(cookie);
        else
            cookies_[cookie] = value_of(value);
    }
    return response;
}

http::Response Browser::get(std::string_view target)
{
    auto sent = request(http::Method::Get, target);
    return send(sent);
}

http::Response Browser::ask(http::Method method, std::string_view target,
                            const http::Headers& headers)
{
    auto sent = request(method, target);
    for (const auto& [name, value] : headers.all())
        sent.headers.add(name, value);
    return send(sent);
}

http::Response Browser::post_files(std::string_view target, const Typed& typed,
                                   const std::vector<Sent>& files)
{
    auto sent = request(http::Method::Post, target);
    sent.headers.set("Content-Type", "multipart/form-data; boundary=test");
    for (const auto& [name, value] : typed)
        sent.form.add(name, value);
    sent.form.add("_csrf", csrf_token());
    const test_support::TemporaryFolder folder;
    for (const auto& file : files) {
        const auto path = folder.path() / std::to_string(sent.files.size());
        std::ofstream{path, std::ios::binary} << file.bytes;
        sent.files.push_back({.field = file.field,
                              .file_name = file.name,
                              .declared_type = "application/octet-stream",
                              .bytes = file.bytes.size(),
                              .content = std::make_shared<const std::filesystem::path>(path)});
    }
    return send(sent);
}

http::Response Browser::get_unless(std::string_view target, std::string_view etag)
{
    auto sent = request(http::Method::Get, target);
    sent.headers.set("If-None-Match", "W/\"" + std::string{etag} + '"');
    return send(sent);
}

/// The token is bound to the cookie the route looks at: the session's, else the visitor's.
std::string Browser::csrf_token() const
{
    for (const auto* name : {"__Host-s", "__Host-p", "__Host-a"})
        if (const auto value = cookie(name); !value.empty())
            return guard::mask_csrf_token(guard::csrf_token_for(site_.vault(), value));
    return {};
}

http::Response Browser::post(std::string_view target, const Typed& typed, std::string_view form_key)
{
    if (cookies_.empty()) set_cookie(guard::visitor_cookie_name, "visitor-of-a-test");
    auto sent = request(http::Method::Post, target);
    sent.headers.set("Content-Type", "application/x-www-form-urlencoded");
    for (const auto& [name, value] : typed)
        sent.form.add(name, value);
    sent.form.add("_csrf", csrf_token());
    if (!form_key.empty()) sent.form.add("_key", std::string{form_key});
    return send(sent);
}

http::Response Browser::post_forged(std::string_view target, const Typed& typed)
{
    auto sent = request(http::Method::Post, target);
    sent.headers.set("Content-Type", "application/x-www-form-urlencoded");
    for (const auto& [name, value] : typed)
        sent.form.add(name, value);
    sent.form.add("_csrf", "forged");
    return send(sent);
}

http::Response Browser::post_json(std::string_view target, std::string_view json)
{
    auto sent = request(http::Method::Post, target);
    sent.headers.set("Content-Type", "application/json");
    sent.headers.set("X-CSRF-Token", csrf_token());
    sent.body = std::string{json};
    return send(sent);
}

http::Response Browser::follow(const http::Response& response)
{
    REQUIRE(response.status == 303);
    return get(response.headers.get("Location"));
}

} // namespace test_world
