#include "modules/bank/shares.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format_money.hpp"

#include <algorithm>

namespace bank
{

using base::refuse_unless;

std::vector<Share> shares_of(base::Cents amount, const std::vector<Chosen>& chosen,
                             invoices::Surplus surplus, base::Currency currency)
{
    refuse_unless(!chosen.empty(), "bank.refusal.no_invoice");
    refuse_unless(chosen.size() <= shares_max, "bank.refusal.too_many",
                  {{"most", std::to_string(shares_max)}});
    const auto is_his = [&](const Chosen& one) {
        return one.owed.client_id == chosen.front().owed.client_id;
    };
    refuse_unless(std::ranges::all_of(chosen, is_his), "bank.refusal.two_clients");
    auto rest = amount;
    for (const auto& one : chosen)
        rest -= one.asked.value_or(base::Cents{});
    refuse_unless(rest >= base::Cents{}, "bank.refusal.beyond",
                  {{"amount", i18n::money(amount, currency)}});

    std::vector<Share> shares;
    for (const auto& one : chosen) {
        const auto taken = one.asked.value_or(std::min(rest, one.owed.left_due));
        refuse_unless(taken > base::Cents{}, "bank.refusal.nothing_for",
                      {{"number", one.owed.number}});
        if (!one.asked) rest -= taken;
        shares.push_back({.invoice = one.owed.id, .amount = taken});
    }
    refuse_unless(rest == base::Cents{} || surplus == invoices::Surplus::kept, "bank.refusal.rest",
                  {{"rest", i18n::money(rest, currency)}});
    shares.back().amount += rest;
    return shares;
}

} // namespace bank
