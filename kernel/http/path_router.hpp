#pragma once

#include "kernel/http/message.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace http
{

inline constexpr std::size_t path_segments_max = 32; ///< a deeper path matches nothing

/// A route was found. `params` are in the order of the pattern.
struct RouteMatch {
    std::size_t value = 0;
    std::vector<std::pair<std::string, std::string>> params;

    /// The value of a parameter; throws std::out_of_range for a name the pattern does not have.
    const std::string& param(std::string_view name) const;
};

/// The path exists with other methods only: 405 with `Allow: allow`.
struct MethodNotAllowed {
    std::string allow; ///< "GET, HEAD, POST"
};

struct NoRoute {
};

using RouteResult = std::variant<NoRoute, MethodNotAllowed, RouteMatch>;

/// Finds the route of a path. A fixed segment wins over a parameter; when the fixed branch leads
/// nowhere the parameter is tried. Filled once at start, then read from any thread.
class PathRouter
{
  public:
    PathRouter();
    ~PathRouter();
    PathRouter(PathRouter&&) noexcept;
    PathRouter& operator=(PathRouter&&) noexcept;

    /// Pattern: "/e/{workspace}/tickets/{number}", a parameter fills a whole segment and is never
    /// empty. Throws std::invalid_argument for a malformed pattern or one that this method already
    /// has (parameter names do not distinguish).
    void add(Method method, std::string_view pattern, std::size_t value);

    /// `path` is Request::path: decoded by the server, never decoded again here. HEAD falls to GET.
    RouteResult find(Method method, std::string_view path) const;

  private:
    struct Node;
    std::unique_ptr<Node> root_;
};

} // namespace http
