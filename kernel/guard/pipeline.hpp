#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/entrance.hpp"
#include "kernel/guard/known_pages.hpp"
#include "kernel/guard/route.hpp"
#include "kernel/guard/submissions.hpp"
#include "kernel/http/path_router.hpp"
#include "kernel/log/metrics.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace guard
{

/// The way of one request: session → CSRF → limit → workspace → membership → second
/// factor → module → permission → handler → headers. Thread-safe.
class Pipeline
{
  public:
    Pipeline(const Site& site, const http::PathRouter& router) : site_(site), router_(router) {}

    /// Never throws. `kept` is what comes back into the form of a page after a sign-in.
    http::Response answer(http::Request& request, forms::Typed kept = {}) const;

    /// One histogram a route, made once all are known.
    void measure_routes();

  private:
    http::Response protect(Call& call) const;
    http::Response handle(Call& call) const;
    http::Response read_page(Call& call, const auth::Rights& rights) const;
    void greet_visitor(Call& call, Entrance& entrance) const;
    std::optional<http::Response> check_csrf(const Call& call) const;
    std::optional<http::Response> enter(Call& call, const Entrance& entrance) const;
    std::optional<http::Response> ask_second_factor(const Call& call,
                                                    const Entrance& entrance) const;
    std::optional<http::Response> ask_confirmed_account(const Call& call) const;
    http::Response ask_sign_in(Call& call) const;
    void note_unknown_object(Call& call) const;
    void remember_use(const Call& call) const;
    /// Empty: the page is always sent anew.
    std::string etag_of(const Call& call, const http::Response& response) const;
    void finish(Call& call, http::Response& response) const;

    void note_answer(const Route& route, int status,
                     std::chrono::steady_clock::time_point started) const;

    const Site& site_;
    const http::PathRouter& router_;
    std::vector<metrics::Histogram*> durations_; ///< by index of the route
    mutable Submissions submissions_;
    mutable KnownPages known_pages_;
};

} // namespace guard
