#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/payments/account.hpp"
#include "modules/payments/checkout.hpp"

#include <optional>

namespace payments
{

/// Why a provider is asked about a client's try. `opened`: nothing was heard since; `told`: a
/// notice says that something happened; `refunded`: money was given back, which may yet fail.
enum class Reason { opened, told, refunded };
BOOST_DESCRIBE_ENUM(Reason, opened, told, refunded)

/// A look at what the provider says: at once of what was told, else again and again, less and less
/// often, for thirty days at most. `event` tells two notices apart.
void plan_follow(tenancy::WorkspaceTransaction& tx, CheckoutId checkout, Reason reason,
                 std::string_view event = {});

struct FollowPlan {
    CheckoutId checkout;
    Reason reason = Reason::opened;
    std::size_t step = 0;
};
std::optional<FollowPlan> follow_plan(std::string_view payload);
/// The next look, if there is one to come: what ended is looked at no more, but for a refund.
void plan_next(tenancy::WorkspaceTransaction& tx, const FollowPlan& plan);

/// What is asked, and whom.
struct Look {
    Account account;
    Followed asked;
    std::int64_t looks = 0;
};
/// Nothing: the provider never answered, or its account has no key any more.
std::optional<Look> look_at(tenancy::WorkspaceTransaction& tx, CheckoutId checkout);

} // namespace payments
