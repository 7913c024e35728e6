#include "kernel/log/metrics.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <variant>

namespace metrics
{

namespace
{

/// Unique pointers: a series never moves once somebody holds a reference to it.
using Series =
    std::variant<std::unique_ptr<Counter>, std::unique_ptr<Gauge>, std::unique_ptr<Histogram>>;

struct Family {
    std::string help;
    std::map<std::string, Series> series;
};

struct Registry {
    std::mutex mutex;
    std::map<std::string, Family, std::less<>> families;
    std::size_t count = 0;
    std::size_t dropped = 0;
};

Registry& registry()
{
    static Registry instance;
    return instance;
}

std::string escaped(std::string value)
{
    value = base::replace_all(std::move(value), "\\", "\\\\");
    value = base::replace_all(std::move(value), "\"", "\\\"");
    return base::replace_all(std::move(value), "\n", "\\n");
}

/// `route="/tickets",method="GET"`; the key of a series inside its family.
std::string text_of(const Labels& labels)
{
    std::vector<std::string> parts;
    for (const auto& [name, value] : labels)
        parts.push_back(name + "=\"" + escaped(value) + '"');
    return base::join(parts, ",");
}

template <class Kind>
Kind& series(std::string_view name, std::string_view help, const Labels& labels)
{
    static Kind discarded;
    auto& all = registry();
    const std::lock_guard lock{all.mutex};
    auto& family = all.families[std::string{name}];
    if (family.help.empty()) family.help = help;
    const auto key = text_of(labels);
    auto found = family.series.find(key);
    if (found == family.series.end()) {
        if (all.count >= max_series) {
            ++all.dropped;
            return discarded;
        }
        ++all.count;
        found = family.series.emplace(key, std::make_unique<Kind>()).first;
    }
    auto* const kept = std::get_if<std::unique_ptr<Kind>>(&found->second);
    KERNEL_ASSERT(kept != nullptr);
    return **kept;
}

std::string braces(const std::string& labels)
{
    return labels.empty() ? "" : "{" + labels + "}";
}

std::string seconds(std::int64_t micros)
{
    const auto fraction = std::to_string(1'000'000 + micros % 1'000'000).substr(1);
    auto text = std::to_string(micros / 1'000'000) + '.' + fraction;
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

void append(std::string& out, const std::string& name, const std::string& labels, const Counter& it)
{
    out += name + braces(labels) + ' ' + std::to_string(it.value()) + '\n';
}

void append(std::string& out, const std::string& name, const std::string& labels, const Gauge& it)
{
    out += name + braces(labels) + ' ' + std::to_string(it.value()) + '\n';
}

void append(std::string& out, const std::string& name, const std::string& labels,
            const Histogram& it)
{
    const auto before = labels.empty() ? "" : labels + ",";
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < Histogram::bucket_count; ++i) {
        total += it.in_bucket(i);
        const bool last = i == std::size(Histogram::bounds);
        const auto bound = last ? "+Inf" : seconds(Histogram::bounds[i]);
        out += name + "_bucket{" + before + "le=\"" + bound + "\"} " + std::to_string(total) + '\n';
    }
    out += name + "_sum" + braces(labels) + ' ' + seconds(it.sum()) + '\n';
    out += name + "_count" + braces(labels) + ' ' + std::to_string(total) + '\n';
}

const char* kind_of(const Series& series)
{
    constexpr const char* kinds[] = {"counter", "gauge", "histogram"};
    return kinds[series.index()];
}

} // namespace

void Histogram::observe(std::int64_t micros)
{
    const auto* bound = std::lower_bound(std::begin(bounds), std::end(bounds), micros);
    buckets_[std::distance(std::begin(bounds), bound)].fetch_add(1, std::memory_order_relaxed);
    sum_.fetch_add(micros, std::memory_order_relaxed);
}

std::uint64_t Histogram::in_bucket(std::size_t index) const
{
    KERNEL_ASSERT(index < bucket_count);
    return buckets_[index].load(std::memory_order_relaxed);
}

Counter& counter(std::string_view name, std::string_view help, const Labels& labels)
{
    return series<Counter>(name, help, labels);
}

Gauge& gauge(std::string_view name, std::string_view help, const Labels& labels)
{
    return series<Gauge>(name, help, labels);
}

Histogram& histogram(std::string_view name, std::string_view help, const Labels& labels)
{
    return series<Histogram>(name, help, labels);
}

std::string text()
{
    auto& all = registry();
    const std::lock_guard lock{all.mutex};
    std::string out;
    for (const auto& [name, family] : all.families) {
        if (family.series.empty()) continue;
        out += "# HELP " + name + ' ' + family.help + '\n';
        out += "# TYPE " + name + ' ' + kind_of(family.series.begin()->second) + '\n';
        for (const auto& [labels, one] : family.series)
            std::visit([&](const auto& series) { append(out, name, labels, *series); }, one);
    }
    if (all.dropped > 0)
        out += "# TYPE etabli_metrics_dropped gauge\netabli_metrics_dropped " +
               std::to_string(all.dropped) + '\n';
    return out;
}

} // namespace metrics
