#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace logs
{

enum class Level { Debug, Info, Warn, Error };

/// One fact of a line: a text or an integer under a key in snake_case. Texts may come from anyone:
/// control characters are escaped and the text is cut after `max_text` bytes. Under the key "email"
/// an address is replaced by a short hash from Info up, so that lines can be joined without saying
/// who. A secret is never a field.
struct Field {
    Field(std::string_view key_, std::string_view text) : key(key_), value(text) {}
    Field(std::string_view key_, const std::string& text) : key(key_), value(std::string_view{text})
    {
    }
    Field(std::string_view key_, const char* text) : key(key_), value(std::string_view{text}) {}
    template <std::integral Number>
    Field(std::string_view key_, Number number)
        : key(key_), value(static_cast<std::int64_t>(number))
    {
    }

    std::string_view key;
    std::variant<std::string_view, std::int64_t> value;

    static constexpr std::size_t max_text = 4096; ///< bytes
};

using Fields = std::initializer_list<Field>;

/// Writes one JSON line on stderr: {"at", "level", "event", the request context, the fields}.
/// `event` is "noun.what_happened" ("http.answered"). Any thread; never throws for its contents.
/// The views need to live only during the call.
void debug(std::string_view event, Fields fields = {});
void info(std::string_view event, Fields fields = {});
void warn(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});

/// Lines below this level are dropped; Info at start. Any thread.
void set_level(Level level);
/// "debug", "info", "warn" or "error" (base::Configuration::log_level); anything else is Info.
Level parse_level(std::string_view name);

/// What every line of the current thread says about the request it serves; 0 and "" say nothing.
struct RequestContext {
    std::string request;
    std::int64_t workspace = 0;
    std::int64_t membership = 0;
};

/// Sets the context of this thread and puts the previous one back at the end.
class RequestScope
{
  public:
    explicit RequestScope(RequestContext context);
    RequestScope(const RequestScope&) = delete;
    RequestScope& operator=(const RequestScope&) = delete;
    ~RequestScope();

    /// Adds to the context of this thread what the guard has found out since.
    static void identify(std::int64_t workspace, std::int64_t membership);

  private:
    RequestContext previous_;
};

/// Keeps the lines of the whole process instead of writing them, while it lives. For tests; one at
/// a time.
class Capture
{
  public:
    Capture();
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;
    ~Capture();

    /// What was written so far, without line ends.
    std::vector<std::string> lines() const;
};

} // namespace logs
