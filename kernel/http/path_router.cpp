#include "kernel/http/path_router.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <stdexcept>

namespace http
{
namespace
{

struct Endpoint {
    Method method{};
    std::size_t value = 0;
    std::vector<std::string> names;
};

std::vector<std::string_view> segments_of(std::string_view path)
{
    std::vector<std::string_view> segments;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        segments.push_back(path.substr(0, path.find('/')));
        path.remove_prefix(segments.back().size());
    }
    return segments;
}

bool is_parameter(std::string_view segment)
{
    return segment.size() > 2 && segment.starts_with('{') && segment.ends_with('}');
}

} // namespace

struct PathRouter::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> fixed;
    std::unique_ptr<Node> parameter;
    std::vector<Endpoint> endpoints;

    Node& child(std::string_view segment)
    {
        auto& slot = is_parameter(segment) ? parameter : fixed[std::string{segment}];
        if (!slot) slot = std::make_unique<Node>();
        return *slot;
    }

    const Endpoint* endpoint(Method method) const
    {
        const auto found = std::ranges::find(endpoints, method, &Endpoint::method);
        if (found != endpoints.end()) return &*found;
        return method == Method::Head ? endpoint(Method::Get) : nullptr;
    }
};

namespace
{

/// One walk through the tree: remembers what filled the parameters and which methods were seen.
template <class Node>
struct Walk {
    Method method;
    std::vector<std::string_view> filled{};
    std::vector<Method> seen{};

    const Endpoint* visit(const Node& node, std::span<const std::string_view> rest)
    {
        if (rest.empty()) {
            for (const auto& endpoint : node.endpoints)
                seen.push_back(endpoint.method);
            return node.endpoint(method);
        }
        const auto segment = rest.front();
        if (const auto next = node.fixed.find(segment); next != node.fixed.end())
            if (const auto* found = visit(*next->second, rest.subspan(1))) return found;
        if (!node.parameter || segment.empty()) return nullptr;
        filled.push_back(segment);
        if (const auto* found = visit(*node.parameter, rest.subspan(1))) return found;
        filled.pop_back();
        return nullptr;
    }
};

std::string allow_of(const std::vector<Method>& seen)
{
    const auto has = [&](Method method) { return std::ranges::find(seen, method) != seen.end(); };
    std::string allow;
    for (const auto method : {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch,
                              Method::Delete, Method::Options}) {
        if (!has(method) && !(method == Method::Head && has(Method::Get))) continue;
        if (!allow.empty()) allow += ", ";
        allow += name(method);
    }
    return allow;
}

void check_pattern(std::string_view pattern, std::span<const std::string_view> segments)
{
    if (segments.empty() || segments.size() > path_segments_max)
        throw std::invalid_argument{"route pattern must start with / and stay short: " +
                                    std::string{pattern}};
    for (const auto segment : segments)
        if (!is_parameter(segment) && segment.find_first_of("{}") != std::string_view::npos)
            throw std::invalid_argument{"route parameter must fill its segment: " +
                                        std::string{pattern}};
}

} // namespace

const std::string& RouteMatch::param(std::string_view name) const
{
    for (const auto& [key, text] : params)
        if (key == name) return text;
    throw std::out_of_range{"route has no parameter " + std::string{name}};
}

PathRouter::PathRouter() : root_{std::make_unique<Node>()} {}
PathRouter::~PathRouter() = default;
PathRouter::PathRouter(PathRouter&&) noexcept = default;
PathRouter& PathRouter::operator=(PathRouter&&) noexcept = default;

void PathRouter::add(Method method, std::string_view pattern, std::size_t value)
{
    const auto segments = segments_of(pattern);
    check_pattern(pattern, segments);
    auto* node = root_.get();
    Endpoint added{.method = method, .value = value, .names = {}};
    for (const auto segment : segments) {
        node = &node->child(segment);
        if (is_parameter(segment)) added.names.emplace_back(segment.substr(1, segment.size() - 2));
    }
    if (std::ranges::find(node->endpoints, method, &Endpoint::method) != node->endpoints.end())
        throw std::invalid_argument{"route declared twice: " + std::string{name(method)} + " " +
                                    std::string{pattern}};
    node->endpoints.push_back(std::move(added));
}

RouteResult PathRouter::find(Method method, std::string_view path) const
{
    const auto segments = segments_of(path);
    if (segments.empty() || segments.size() > path_segments_max) return NoRoute{};

    Walk<Node> walk{.method = method};
    const auto* endpoint = walk.visit(*root_, segments);
    if (endpoint == nullptr) {
        if (walk.seen.empty()) return NoRoute{};
        return MethodNotAllowed{.allow = allow_of(walk.seen)};
    }
    RouteMatch match{.value = endpoint->value, .params = {}};
    for (std::size_t i = 0; i < walk.filled.size(); ++i)
        match.params.emplace_back(endpoint->names[i], walk.filled[i]);
    return match;
}

} // namespace http
