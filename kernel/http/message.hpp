#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http
{

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

std::string_view name(Method method);
/// Get, Head and Options change nothing.
bool is_safe(Method method);

/// Header fields in order; names compare without case. Values never hold CR, LF or NUL: `add` and
/// `set` throw std::invalid_argument for one that does.
class Headers
{
  public:
    void add(std::string_view name, std::string_view value);
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);
    /// The first value, or empty.
    std::string_view get(std::string_view name) const;
    bool has(std::string_view name) const;
    const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// Decoded name=value pairs of a query, a urlencoded body or the text parts of a multipart one, in
/// order, names may repeat. Decoding refuses invalid percent escapes and invalid UTF-8.
class Fields
{
  public:
    void add(std::string name, std::string value);
    /// The first value, or empty.
    std::string_view get(std::string_view name) const;
    std::optional<std::string_view> find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }
    std::vector<std::string_view> every(std::string_view name) const;
    void remove(std::string_view name);
    const std::vector<std::pair<std::string, std::string>>& all() const { return pairs_; }
    bool empty() const { return pairs_.empty(); }

  private:
    std::vector<std::pair<std::string, std::string>> pairs_;
};

inline constexpr std::size_t fields_max = 1000;

/// Throws BadRequest. `+` is a space; at most fields_max pairs.
Fields parse_urlencoded(std::string_view text);
std::string encode_urlencoded(const Fields& fields);
/// Percent-encodes everything but unreserved characters.
std::string encode_component(std::string_view text);

/// A part of a multipart body that carries a file name. The bytes are in a temporary file that is
/// deleted with the last copy of `content`.
struct UploadedFile {
    std::string field;
    std::string file_name; ///< as sent, base name only, at most 255 bytes
    std::string declared_type;
    std::uint64_t bytes = 0;
    std::shared_ptr<const std::filesystem::path> content;
};

struct Request {
    Method method = Method::Get;
    std::string target; ///< as received: "/tickets?page=2"
    std::string path;   ///< percent-decoded, no dot segments: "/tickets"
    Fields query;
    Headers headers;
    Fields form; ///< urlencoded or multipart text parts; else empty
    std::vector<UploadedFile> files;
    std::string body;      ///< raw body when it is neither (JSON)
    std::string peer;      ///< client address, after trusted proxies: "203.0.113.9", "2001:db8::1"
    std::string host;      ///< Host header, lower case, with port if given
    bool is_https = false; ///< our TLS or a trusted proxy's X-Forwarded-Proto
    std::string id;        ///< request id, 16 hex digits, in every log line

    std::string_view cookie(std::string_view name) const; ///< value or empty
};

/// Bytes [offset, offset+length) of a file, sent without loading it. For downloads and ranges.
struct FileBody {
    std::filesystem::path path;
    std::uint64_t size = 0;
};

enum class SameSite { Lax, Strict };

struct Cookie {
    std::string name;
    std::string value;
    std::optional<std::int64_t> max_age_seconds; ///< none = session cookie; 0 expires it
    bool secure = true;
    bool http_only = true;
    SameSite same_site = SameSite::Lax;
};

class Stream;

/// An answer. The server adds Date, Content-Length, Content-Encoding, Connection, and answers 304
/// by itself when `etag` is set and matches If-None-Match.
struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::optional<FileBody> file;   ///< instead of `body`; Range requests are honoured
    std::shared_ptr<Stream> stream; ///< instead of `body`: goes on until either side ends it
    std::string etag;               ///< opaque, without quotes; empty = none
    bool close = false;

    static Response html(std::string body, int status = 200);
    static Response json(std::string body, int status = 200);
    static Response text(std::string body, int status = 200);
    /// 303 See Other. `location` is a path of this site ("/tickets/T-1") made by a route function.
    static Response see_other(std::string_view location);

    Response& with(std::string_view name, std::string_view value);
    Response& set_cookie(const Cookie& cookie);
};

/// Malformed request: the server answers `status` (400, 411, 413, 414, 415, 431) with a short page.
struct BadRequest : std::exception {
    explicit BadRequest(int status_, std::string reason_)
        : status(status_), reason(std::move(reason_))
    {
    }
    const char* what() const noexcept override { return reason.c_str(); }
    int status;
    std::string reason;
};

} // namespace http
