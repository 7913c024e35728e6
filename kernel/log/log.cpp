#include "kernel/log/log.hpp"

#include "kernel/base/clock.hpp"
#include "kernel/base/text.hpp"
#include "kernel/log/json_text.hpp"
#include "kernel/log/series.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <mutex>
#include <utility>

namespace logs
{

namespace
{

constexpr std::size_t email_hash_digits = 12;

std::atomic<Level> threshold{Level::Info};
thread_local RequestContext current;

struct Captured {
    std::mutex mutex;
    bool active = false;
    std::vector<std::string> lines;
};

Captured& captured()
{
    static Captured instance;
    return instance;
}

spdlog::logger& output()
{
    static const auto logger = [] {
        auto made = std::make_shared<spdlog::logger>(
            "etabli", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%v");
        made->set_level(spdlog::level::trace);
        made->flush_on(spdlog::level::trace);
        return made;
    }();
    return *logger;
}

std::string_view name_of(Level level)
{
    switch (level) {
    case Level::Debug:
        return "debug";
    case Level::Info:
        return "info";
    case Level::Warn:
        return "warn";
    case Level::Error:
        break;
    }
    return "error";
}

std::string hashed(std::string_view email)
{
    const auto digest = base::sha256(base::lower_ascii(base::trim(email)));
    return "#" + base::hex(digest).substr(0, email_hash_digits);
}

void append(std::string& line, std::string_view key, std::string_view text)
{
    line += ",\"" + json_text(key) + "\":\"" + json_text(text.substr(0, Field::max_text)) + '"';
}

void append(std::string& line, std::string_view key, std::int64_t number)
{
    line += ",\"" + json_text(key) + "\":" + std::to_string(number);
}

void append(std::string& line, const Field& field, Level level)
{
    const auto* text = std::get_if<std::string_view>(&field.value);
    if (text == nullptr)
        append(line, field.key, std::get<std::int64_t>(field.value));
    else if (field.key == "email" && level != Level::Debug)
        append(line, field.key, hashed(*text));
    else
        append(line, field.key, *text);
}

std::string format(Level level, std::string_view event, Fields fields)
{
    std::string line = "{\"at\":\"" + base::iso(base::real_now()) + '"';
    append(line, "level", name_of(level));
    append(line, "event", event);
    if (!current.request.empty()) append(line, "request", current.request);
    if (current.workspace != 0) append(line, "workspace", std::to_string(current.workspace));
    if (current.membership != 0) append(line, "membership", std::to_string(current.membership));
    for (const auto& field : fields)
        append(line, field, level);
    return line + '}';
}

void write(Level level, std::string_view event, Fields fields)
{
    if (level < threshold.load(std::memory_order_relaxed)) return;
    auto line = format(level, event, fields);
    auto& capture = captured();
    {
        const std::lock_guard lock{capture.mutex};
        if (capture.active) {
            capture.lines.push_back(std::move(line));
            return;
        }
    }
    output().log(spdlog::level::info, spdlog::string_view_t{line.data(), line.size()});
}

} // namespace

void debug(std::string_view event, Fields fields)
{
    write(Level::Debug, event, fields);
}

void info(std::string_view event, Fields fields)
{
    write(Level::Info, event, fields);
}

void warn(std::string_view event, Fields fields)
{
    write(Level::Warn, event, fields);
}

void error(std::string_view event, Fields fields)
{
    metrics::errors_logged().add();
    write(Level::Error, event, fields);
}

void set_level(Level level)
{
    threshold.store(level, std::memory_order_relaxed);
}

Level parse_level(std::string_view name)
{
    for (const auto level : {Level::Debug, Level::Info, Level::Warn, Level::Error})
        if (name_of(level) == name) return level;
    return Level::Info;
}

RequestScope::RequestScope(RequestContext context)
    : previous_(std::exchange(current, std::move(context)))
{
}

RequestScope::~RequestScope()
{
    current = std::move(previous_);
}

void RequestScope::identify(std::int64_t workspace, std::int64_t membership)
{
    current.workspace = workspace;
    current.membership = membership;
}

Capture::Capture()
{
    const std::lock_guard lock{captured().mutex};
    captured().active = true;
    captured().lines.clear();
}

Capture::~Capture()
{
    const std::lock_guard lock{captured().mutex};
    captured().active = false;
}

std::vector<std::string> Capture::lines() const
{
    const std::lock_guard lock{captured().mutex};
    return captured().lines;
}

} // namespace logs
