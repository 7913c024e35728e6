#include "modules/payments/webhook_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/limits/limits.hpp"
#include "kernel/log/log.hpp"
#include "modules/payments/account_actions.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/taking_actions.hpp"

namespace payments
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

/// Of one address: a provider tells those of all its businesses from a few, and tells again what
/// was refused.
constexpr limits::Rate notices{.count = 1'200, .per = std::chrono::seconds{60}};

/// Also of a business that switched its button off: what was paid before still arrives.
Account listening_account(Call& call)
{
    auto account =
        call.context().read([](WorkspaceTransaction& tx) { return AccountStore{tx}.find(stripe); });
    if (account.sealed_secret.empty()) throw base::NotFound{};
    return account;
}

http::Response refused(const Call& call, const char* why)
{
    const auto workspace = call.context().workspace().id.value;
    logs::warn("webhook.refused", {{"workspace", workspace}, {"cause", why}});
    return http::Response::text("refused\n", 400);
}

} // namespace

http::Response receive_stripe(Call& call)
{
    if (call.site().limiter().refuse("notices " + call.request().peer, notices))
        return http::Response::text("later\n", 429);
    const auto account = listening_account(call);
    const auto& request = call.request();
    const bool is_signed =
        is_signed_by_stripe(request.headers.get("Stripe-Signature"), request.body,
                            secret_of(account, call.context().workspace().id), base::real_now());
    if (!is_signed) return refused(call, "signature");
    const auto notice = read_stripe_event(request.body);
    if (!notice) return refused(call, "no event");

    const bool is_ours = notice->mode == account.mode && notice->concerns_us();
    logs::info("webhook.received", {{"kind", notice->kind}, {"is_ours", is_ours ? 1 : 0}});
    if (is_ours)
        call.context().write([&](WorkspaceTransaction& tx) { take_notice(tx, stripe, *notice); });
    return http::Response::text("received\n");
}

} // namespace payments
