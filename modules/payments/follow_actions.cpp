#include "modules/payments/follow_actions.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/checkout_actions.hpp"
#include "modules/payments/checkout_store.hpp"
#include "modules/payments/follow_jobs.hpp"

#include <array>
#include <chrono>
#include <string>

namespace payments
{
namespace
{

using tenancy::WorkspaceTransaction;
using namespace std::chrono_literals;

/// Between two looks: thirty days together, which is longer than a bank takes to say no.
constexpr std::array<std::chrono::seconds, 11> pauses{2min, 58min, 5h,  19h,  24h, 48h,
                                                      72h,  72h,   96h, 168h, 216h};

std::string payload_of(const FollowPlan& plan)
{
    return plan.checkout.text() + " " + std::string{forms::enum_name(plan.reason)} + " " +
           std::to_string(plan.step);
}

void enqueue(WorkspaceTransaction& tx, const FollowPlan& plan, std::string_view event)
{
    const bool is_told = plan.reason == Reason::told;
    if (!is_told && plan.step >= pauses.size()) return;
    const auto payload = payload_of(plan);
    jobs::enqueue(tx, {.kind = follow_job,
                       .payload = payload,
                       .run_at = is_told ? base::Instant{} : base::now() + pauses.at(plan.step),
                       .dedupe = is_told ? payload + " " + std::string{event} : payload});
}

bool is_over(CheckoutState state)
{
    return state == CheckoutState::paid || state == CheckoutState::failed ||
           state == CheckoutState::expired;
}

/// What was closed, or paid otherwise, is not taken although the client says yes to it later.
Wish wish_of(const Checkout& checkout, base::Cents due)
{
    return !is_over(checkout.state) && due >= checkout.amount ? Wish::take : Wish::look;
}

} // namespace

void plan_follow(WorkspaceTransaction& tx, CheckoutId checkout, Reason reason,
                 std::string_view event)
{
    enqueue(tx, {.checkout = checkout, .reason = reason, .step = 0}, event);
}

std::optional<FollowPlan> follow_plan(std::string_view payload)
{
    const auto parts = base::split(payload, ' ');
    if (parts.size() != 3 || parts[2].empty() || parts[2].size() > 2) return {};
    const auto checkout = CheckoutId::parse(parts[0]);
    if (!checkout) return {};
    FollowPlan plan{.checkout = *checkout, .reason = Reason::opened, .step = 0};
    for (const auto reason : {Reason::told, Reason::refunded})
        if (forms::enum_name(reason) == parts[1]) plan.reason = reason;
    for (const char digit : parts[2])
        plan.step = plan.step * 10 + static_cast<std::size_t>(digit - '0');
    return plan;
}

void plan_next(WorkspaceTransaction& tx, const FollowPlan& plan)
{
    if (plan.reason == Reason::told) return;
    const auto checkout = CheckoutStore{tx}.find(plan.checkout);
    if (!checkout || (plan.reason == Reason::opened && is_over(checkout->state))) return;
    auto next = plan;
    ++next.step;
    enqueue(tx, next, {});
}

std::optional<Look> look_at(WorkspaceTransaction& tx, CheckoutId id)
{
    const auto checkout = CheckoutStore{tx}.find(id);
    if (!checkout || checkout->reference.empty()) return {};
    auto account = AccountStore{tx}.find(checkout->provider);
    if (account.sealed_key.empty()) return {};
    const auto facts = invoices::facts(tx, {checkout->invoice_id}).at(checkout->invoice_id);
    return Look{.account = std::move(account),
                .asked = {.tracking = checkout->id.text(),
                          .reference = checkout->reference,
                          .amount = checkout->amount,
                          .currency = facts.figures.currency,
                          .title = i18n::t("payments.pay.line", {{"number", facts.number}}),
                          .payment = checkout->payment,
                          .wish = wish_of(*checkout, payable(facts))},
                .looks = checkout->looks};
}

} // namespace payments
