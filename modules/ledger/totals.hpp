#pragma once

#include "modules/ledger/event.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace ledger
{

/// What a run of money events comes to: documents by tax, payments by mode.
class Totals
{
  public:
    void add(const Event& event);
    void add(const Totals& more);

    struct Paid {
        std::string mode;
        base::Cents amount;
        friend bool operator==(const Paid&, const Paid&) = default;
    };
    std::vector<TaxTotal> taxes() const; ///< by category, code and rate
    std::vector<Paid> modes() const;     ///< by name
    std::int64_t events() const { return events_; }
    base::Currency currency() const { return currency_; }
    base::Cents billed() const { return billed_; } ///< invoices less credit notes, taxes included
    base::Cents paid() const { return paid_; }     ///< payments less refunds and cancellations

  private:
    struct Sum {
        base::Cents base;
        base::Cents tax;
    };
    std::map<std::tuple<std::string, std::string, base::Rate>, Sum> taxes_;
    std::map<std::string, base::Cents> modes_;
    std::int64_t events_ = 0;
    base::Currency currency_ = base::Currency::EUR;
    base::Cents billed_;
    base::Cents paid_;
};

} // namespace ledger
