#include "kernel/live/live.hpp"

#include "kernel/auth/sessions.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/limits/limits.hpp"

#include <algorithm>
#include <atomic>

namespace live
{
namespace
{

using guard::Call;
using guard::TopicToken;
using namespace std::chrono_literals;

constexpr limits::Rate signals{.count = 300, .per = 60s}; // a person's streams, topics, presence
constexpr std::string_view portal_door = "/p/{workspace}";

std::atomic<Hub*>& running()
{
    static std::atomic<Hub*> hub = nullptr;
    return hub;
}

bool may_wait(tenancy::PlatformTransaction& tx, const auth::Session& session,
              const TopicToken& token)
{
    const auto membership = auth::membership_of(tx, token.person, token.workspace, token.side);
    return membership && membership->id == token.membership &&
           membership->status == auth::MembershipStatus::active &&
           membership->rights_version == token.rights_version &&
           !auth::is_over_for(session, membership->role, base::now());
}

Standing ask(db::Database& database, const Reader& reader, const std::vector<TopicToken>& tokens)
{
    return tenancy::Platform{database}.read([&](tenancy::PlatformTransaction& tx) {
        Standing standing;
        const auto session = auth::session_by_id(tx, reader.session);
        standing.is_signed_in =
            session && session->person == reader.person && session->side == reader.side;
        if (!standing.is_signed_in) return standing;
        for (const auto& token : tokens)
            if (may_wait(tx, *session, token)) standing.allowed.push_back(token);
        return standing;
    });
}

Reader reader_of(const Call& call)
{
    const auto& session = call.signed_in()->session;
    return {.session = session.id, .person = session.person, .side = session.side};
}

/// The tokens of « jetons » that are the reader's own; on the portal, of this workspace.
std::vector<TopicToken> tokens_in(const Call& call, std::string_view text)
{
    const auto reader = reader_of(call);
    std::vector<TopicToken> tokens;
    for (const auto& sealed : base::split(text, ',')) {
        if (tokens.size() == tokens_max) break;
        auto token = guard::open_topic_token(call.site().vault(), sealed);
        const bool is_own = token && token->person == reader.person && token->side == reader.side;
        const bool is_here =
            is_own && (!call.has_context() || token->workspace == call.context().workspace().id);
        if (is_here) tokens.push_back(std::move(*token));
    }
    return tokens;
}

std::vector<TopicToken> allowed(const Call& call, std::string_view text)
{
    return ask(call.site().database(), reader_of(call), tokens_in(call, text)).allowed;
}

std::optional<http::Response> refuse(const Call& call)
{
    if (running() == nullptr) return http::Response::text("", 503);
    const auto key = "live" + call.signed_in()->person.id.text();
    const auto wait = call.site().limiter().refuse(key, signals);
    if (!wait) return {};
    return http::Response::text("", 429).with("Retry-After", std::to_string(wait->count()));
}

http::Response open_stream(Call& call)
{
    if (auto refused = refuse(call)) return std::move(*refused);
    const auto asked = call.query("jetons");
    const auto tokens = allowed(call, asked);
    if (tokens.empty() && !asked.empty()) return http::Response::text("", 403);
    const auto header = call.request().headers.get("Last-Event-ID");
    const auto last = guard::open_topic_token(call.site().vault(),
                                              header.empty() ? call.query("depuis") : header);
    http::Response response;
    response.with("Content-Type", "text/event-stream")
        .with("Cache-Control", "no-store")
        .with("X-Accel-Buffering", "no");
    response.stream = running().load()->open(reader_of(call), tokens,
                                             last ? std::optional{last->since} : std::nullopt);
    return response;
}

http::Response set_topics(Call& call)
{
    if (auto refused = refuse(call)) return std::move(*refused);
    const auto tokens = allowed(call, call.request().form.get("jetons"));
    const bool is_held =
        running().load()->set_topics(call.request().form.get("flux"), reader_of(call), tokens);
    return http::Response::text("", is_held ? 204 : 409);
}

http::Response be_present(Call& call)
{
    if (auto refused = refuse(call)) return std::move(*refused);
    const auto tokens = allowed(call, call.request().form.get("jetons"));
    if (tokens.size() != 1 || tokens.front().topics.empty()) return http::Response::text("", 403);
    const auto asked = call.request().form.get("etat");
    const auto state = asked == "ecrit" ? Present::State::Typing
                       : asked == "lit" ? Present::State::Looking
                                        : Present::State::Away;
    running().load()->be_present(tokens.front().topics.front(),
                                 {.id = tokens.front().membership.text(),
                                  .name = call.signed_in()->person.name,
                                  .state = state});
    return http::Response::text("", 204);
}

guard::Route route(http::Method method, std::string path, guard::Access access,
                   guard::Handler handler)
{
    return {.method = method,
            .path = std::move(path),
            .module = "live",
            .access = std::move(access),
            .limit = guard::LimitClass::uncounted, // `signals` instead
            .handler = handler};
}

} // namespace

void describe(guard::Site& site)
{
    auto member = guard::any_member();
    member.kind = guard::Access::Kind::portal;
    const auto portal = [](std::string_view path) {
        return std::string{portal_door} + std::string{path};
    };
    using http::Method;
    site.routes.push_back(route(Method::Get, "/flux", guard::any_person(), open_stream));
    site.routes.push_back(route(Method::Post, "/flux/sujets", guard::any_person(), set_topics));
    site.routes.push_back(route(Method::Post, "/flux/presence", guard::any_person(), be_present));
    site.routes.push_back(route(Method::Get, portal("/flux"), member, open_stream));
    site.routes.push_back(route(Method::Post, portal("/flux/sujets"), member, set_topics));
}

Service::Service(const guard::Site& site)
    : hub_(
          [&site](const Reader& reader, const std::vector<TopicToken>& tokens) {
              return ask(site.database(), reader, tokens);
          },
          [&site](const events::Moment& moment) {
              TopicToken token;
              token.since = moment;
              return guard::seal(site.vault(), token);
          })
{
    events::board().tell([this](const events::Publication& said) { hub_.publish(said); });
    running() = &hub_;
}

Service::~Service()
{
    running() = nullptr;
    events::board().tell({});
}

} // namespace live
