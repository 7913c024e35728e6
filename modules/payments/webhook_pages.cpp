#include "modules/payments/webhook_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/limits/limits.hpp"
#include "kernel/log/log.hpp"
#include "modules/payments/account_actions.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/paypal_proof.hpp"
#include "modules/payments/taking_actions.hpp"

namespace payments
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

constexpr int token_invalid = 498; ///< what GoCardless wants to hear of a wrong signature

/// Of one address: a provider tells those of all its businesses from a few, and tells again what
/// was refused.
constexpr limits::Rate notices{.count = 1'200, .per = std::chrono::seconds{60}};

/// Also of a business that switched its button off: what was paid before still arrives.
Account listening_account(Call& call, const char* provider)
{
    auto account = call.context().read(
        [&](WorkspaceTransaction& tx) { return AccountStore{tx}.find(provider); });
    if (account.sealed_secret.empty()) throw base::NotFound{};
    return account;
}

bool is_too_much(const Call& call)
{
    return call.site().limiter().refuse("notices " + call.request().peer, notices).has_value();
}

/// In one transaction: all of them, or the provider tells all of them again.
http::Response taken(Call& call, const char* provider, const std::vector<Hint>& hints)
{
    logs::info("webhook.received", {{"provider", provider}, {"count", hints.size()}});
    call.context().write([&](WorkspaceTransaction& tx) {
        for (const auto& hint : hints)
            take_hint(tx, provider, hint);
    });
    return http::Response::text("received\n");
}

PaypalProof proof_beside(const http::Request& request)
{
    const auto text = [&](const char* name) { return std::string{request.headers.get(name)}; };
    return {.algorithm = text("PAYPAL-AUTH-ALGO"),
            .certificate = text("PAYPAL-CERT-URL"),
            .id = text("PAYPAL-TRANSMISSION-ID"),
            .signature = text("PAYPAL-TRANSMISSION-SIG"),
            .time = text("PAYPAL-TRANSMISSION-TIME")};
}

http::Response refused(const Call& call, const char* why, int status = 400)
{
    const auto workspace = call.context().workspace().id.value;
    logs::warn("webhook.refused", {{"workspace", workspace}, {"cause", why}});
    return http::Response::text("refused\n", status);
}

} // namespace

http::Response receive_stripe(Call& call)
{
    if (is_too_much(call)) return http::Response::text("later\n", 429);
    const auto account = listening_account(call, stripe);
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

http::Response receive_gocardless(Call& call)
{
    if (is_too_much(call)) return http::Response::text("later\n", 429);
    const auto account = listening_account(call, gocardless);
    const auto& request = call.request();
    if (!is_signed_by_gocardless(request.headers.get("Webhook-Signature"), request.body,
                                 secret_of(account, call.context().workspace().id)))
        return refused(call, "signature", token_invalid);
    const auto hints = read_gocardless_events(request.body);
    return hints ? taken(call, gocardless, *hints) : refused(call, "no events");
}

http::Response receive_paypal(Call& call)
{
    if (is_too_much(call)) return http::Response::text("later\n", 429);
    const auto account = listening_account(call, paypal);
    const auto& request = call.request();
    const auto hint = read_paypal_event(request.body);
    if (!hint) return refused(call, "no event");
    const auto proof = proof_beside(request);
    if (!proof.is_whole()) return refused(call, "signature");
    const auto workspace = call.context().workspace().id;
    const auto answer =
        is_signed_by_paypal({.key = key_of(account, workspace), .mode = account.mode}, proof,
                            secret_of(account, workspace), request.body);
    const auto* const is_signed = std::get_if<bool>(&answer);
    if (is_signed == nullptr && std::get<Failure>(answer).trouble != Trouble::refused)
        return http::Response::text("later\n", 503);
    if (is_signed == nullptr || !*is_signed) return refused(call, "signature");
    return taken(call, paypal, {*hint});
}

} // namespace payments
