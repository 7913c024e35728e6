#include "modules/ledger/totals.hpp"

namespace ledger
{

void Totals::add(const Event& event)
{
    ++events_;
    currency_ = event.currency;
    if (!is_document(event.kind)) {
        paid_ += event.total;
        modes_[event.mode] += event.total;
        return;
    }
    billed_ += event.total;
    for (const auto& tax : event.taxes) {
        auto& sum = taxes_[{tax.category, tax.code, tax.rate}];
        sum.base += tax.base;
        sum.tax += tax.tax;
    }
}

void Totals::add(const Totals& more)
{
    if (more.events_ == 0) return;
    events_ += more.events_;
    currency_ = more.currency_;
    billed_ += more.billed_;
    paid_ += more.paid_;
    for (const auto& [mode, amount] : more.modes_)
        modes_[mode] += amount;
    for (const auto& [what, sum] : more.taxes_) {
        taxes_[what].base += sum.base;
        taxes_[what].tax += sum.tax;
    }
}

std::vector<TaxTotal> Totals::taxes() const
{
    std::vector<TaxTotal> all;
    for (const auto& [what, sum] : taxes_)
        all.push_back({.category = std::get<0>(what),
                       .code = std::get<1>(what),
                       .rate = std::get<2>(what),
                       .base = sum.base,
                       .tax = sum.tax});
    return all;
}

std::vector<Totals::Paid> Totals::modes() const
{
    std::vector<Paid> all;
    for (const auto& [mode, amount] : modes_)
        all.push_back({.mode = mode, .amount = amount});
    return all;
}

} // namespace ledger
