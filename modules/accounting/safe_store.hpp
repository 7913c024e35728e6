#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/safe.hpp"
#include "modules/invoices/invoices.hpp"

#include <string_view>
#include <vector>

namespace accounting
{

inline constexpr int months_sent_at_once = 24;
inline constexpr int months_sent_shown = 60;
inline constexpr int objects_listed_max = 20'000;
inline constexpr int papers_of_month_max = 5'000;

/// Every statement on the safe and what was sent to it.
class SafeStore
{
  public:
    explicit SafeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// A default one when nothing was saved.
    Safe find();
    void save(const Safe& safe);

    /// Months before that day whose entries are not all there, the first first.
    std::vector<std::string> due_months(const std::string& place, base::Date before);
    bool has(const std::string& place, const std::string& name);
    void insert(const SafeObject& object);
    void insert(const SafeMonth& month);
    std::vector<SafeMonth> months();   ///< the last sent first
    std::vector<SafeObject> objects(); ///< the same
    /// Invoices and credit notes issued in those days, by number of their row.
    std::vector<invoices::InvoiceId> issued(base::Date first, base::Date last);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace accounting
