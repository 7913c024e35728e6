#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/form.hpp"
#include "kernel/guard/topic_token.hpp"
#include "kernel/html/html.hpp"
#include "kernel/http/message.hpp"
#include "kernel/tenancy/context.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guard
{

class Site;
struct Route;

/// One request that passed the guard, as a handler sees it: find, act, answer.
class Call
{
  public:
    Call(const Site& site, const Route& route, http::Request& request)
        : site_(site), route_(route), request_(request)
    {
    }

    const Site& site() const { return site_; }
    const Route& route() const { return route_; }
    http::Request& request() { return request_; }
    const http::Request& request() const { return request_; }

    /// A segment of the path: path("number") of "/e/{workspace}/tickets/{number}".
    const std::string& path(std::string_view name) const;
    /// As an id; not an id = NotFound.
    template <class IdType>
    IdType path_id(std::string_view name) const
    {
        const auto id = IdType::parse(path(name));
        if (!id) throw base::NotFound{};
        return *id;
    }
    std::string_view query(std::string_view name) const { return request_.query.get(name); }

    /// The typed command of a form or JSON body (by Content-Type).
    template <class Command>
    forms::Form<Command> form() const
    {
        if (is_json()) return forms::bind_json<Command>(request_.body);
        return forms::bind<Command>(request_.form.all());
    }
    /// What a form page starts from: nothing typed, or what was being sent when the session
    /// expired.
    template <class Command>
    forms::Form<Command> blank_form() const
    {
        return {.command = {}, .typed = kept_, .errors = {}};
    }
    bool is_json() const;

    /// Asserts on routes without a workspace.
    tenancy::Context& context();
    const tenancy::Context& context() const;
    bool has_context() const { return context_.has_value(); }
    tenancy::Platform& platform() { return *platform_; }
    /// Nobody on open routes when not signed in.
    const std::optional<auth::SignedIn>& signed_in() const { return signed_in_; }
    const tenancy::Actor& actor() const { return context().actor(); }
    bool may(std::string_view permission) const { return actor().may(permission); }

    /// "/tickets" → "/e/vigie/tickets" or "/p/vigie/tickets" by the side of the route.
    std::string in_workspace(std::string_view path) const;

    /// 303 to a path of this site, with a notice (translation key) shown once on the next page.
    http::Response redirect(std::string_view location) const;
    http::Response redirect(std::string_view location, std::string_view notice_key,
                            base::Params params = {}) const;

    /// Stands for the token of the visitor's forms until the page is sent; `form_guard` of page.hpp
    /// puts it there.
    const std::string& csrf_token() const;
    /// The page to come back to with what was typed: this one, or the one a refused form came from.
    std::string form_page() const;
    /// The notice of the redirect that led here, translated; shown once by `render`.
    const std::string& notice() const { return notice_; }
    /// The page was made for one visitor at one moment (codes, tokens): never stored by the
    /// browser.
    void forbid_storing() { is_storable_ = false; }
    /// The page shows nothing but what follows from its address, the visitor, his workspace, the
    /// database and i18n::relative: unchanged, it is answered without this handler.
    void depend_on_data_only() { is_data_only_ = true; }
    /// The page waits for these topics of the workspace.
    void wait_for(const std::vector<std::string>& things);
    const std::vector<std::string>& topics() const { return topics_; }
    TopicToken topic_token() const;
    /// Of a page of this call, before its forms get their keys. With rights that moved it is
    /// another one, because its token must be.
    std::string etag_of(std::string_view body) const;
    bool is_data_only() const { return is_data_only_ && is_storable_; }

  private:
    friend class Pipeline;
    const Site& site_;
    const Route& route_;
    http::Request& request_;
    std::vector<std::pair<std::string, std::string>> path_params_;
    std::optional<tenancy::Platform> platform_;
    std::optional<tenancy::Context> context_;
    std::optional<auth::SignedIn> signed_in_;
    std::string csrf_token_;
    std::string visitor_;
    bool is_new_visitor_ = false;
    std::string notice_;
    forms::Typed kept_;
    bool is_storable_ = true;
    bool is_data_only_ = false;
    std::vector<std::string> topics_;
    events::Moment made_since_; ///< before anything of the page was read
    std::int64_t rights_version_ = 0;
};

} // namespace guard
