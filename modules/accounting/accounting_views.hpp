#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/accounting/archive.hpp"
#include "modules/accounting/entry_store.hpp"
#include "modules/accounting/period_pages.hpp"
#include "modules/expenses/expenses.hpp"

#include <string>
#include <vector>

namespace accounting
{

enum class Tab { entries, balance, sales, cash, summary, fec, chart };

/// What each page of the space has.
struct Frame {
    std::string slug;
    Tab tab = Tab::entries;
    Period period;
    std::vector<ui::Choice> periods;
    base::Currency currency = base::Currency::EUR;
};

struct EntriesView {
    Frame frame;
    std::string journal; ///< code of one; empty: all
    std::vector<JournalSum> journals;
    std::vector<Entry> entries;
    bool is_cut = false; ///< more than are shown
};
html::Html entries_page(const EntriesView& view);

struct BalanceView {
    Frame frame;
    std::vector<BalanceRow> rows;
};
html::Html balance_page(const BalanceView& view);

struct SummaryView {
    Frame frame;
    std::vector<BalanceRow> rows; ///< of the year
    std::vector<expenses::Total> expenses;
};
html::Html summary_page(const SummaryView& view);

struct FecView {
    Frame frame;
    std::vector<std::string> causes; ///< why there is no file, in sentences; empty: there is one
    std::string name;
    std::int64_t entries = 0;
    std::optional<base::Date> closed_until;
    std::vector<Archive> archives;
    bool may_close = false;
    html::Html guard;
    guard::FormView fields; ///< of the form that closes
};
html::Html fec_page(const FecView& view);

} // namespace accounting
