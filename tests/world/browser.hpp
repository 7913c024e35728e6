#pragma once

#include "kernel/guard/site.hpp"
#include "kernel/http/message.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace test_world
{

using Typed = std::vector<std::pair<std::string, std::string>>;

/// A file of a form.
struct Sent {
    std::string name;
    std::string bytes;
    std::string field = "files";
};

/// A visitor without JavaScript: keeps cookies, sends the hidden fields of the forms it was shown.
class Browser
{
  public:
    explicit Browser(const guard::Site& site) : site_(site) {}

    http::Response get(std::string_view target);
    /// With headers of one's own: Range, If-None-Match.
    http::Response ask(http::Method method, std::string_view target,
                       const http::Headers& headers = {});
    /// With If-None-Match.
    http::Response get_unless(std::string_view target, std::string_view etag);
    /// Sends `typed` with the CSRF token of this visitor, and the form key when given.
    http::Response post(std::string_view target, const Typed& typed = {},
                        std::string_view form_key = {});
    /// The same with files, as a form sent with `enctype="multipart/form-data"`.
    http::Response post_files(std::string_view target, const Typed& typed,
                              const std::vector<Sent>& files);
    /// As another site, or a visitor whose form is forged, would.
    http::Response post_forged(std::string_view target, const Typed& typed = {});
    http::Response post_json(std::string_view target, std::string_view json);
    /// GET of the Location of a 303; fails the test for any other answer.
    http::Response follow(const http::Response& response);

    void set_cookie(std::string_view name, std::string_view value)
    {
        cookies_[std::string{name}] = value;
    }
    std::string cookie(std::string_view name) const;
    void forget_cookies() { cookies_.clear(); }
    std::string address = "203.0.113.7";

  private:
    http::Request request(http::Method method, std::string_view target) const;
    http::Response send(http::Request& request);
    std::string csrf_token() const;

    const guard::Site& site_;
    std::map<std::string, std::string, std::less<>> cookies_;
};

} // namespace test_world
