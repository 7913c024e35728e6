#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/list.hpp"
#include "modules/invoices/invoice_list_store.hpp"
#include "modules/invoices/invoices.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace invoices
{

/// What the sums under a list are of.
enum class SumsOf { page, whole, issued, ticked };
BOOST_DESCRIBE_ENUM(SumsOf, page, whole, issued, ticked)
struct ShownSums {
    SumsOf of = SumsOf::page;
    ListSums sums;
};

/// Those of every module.
using AllMarks = std::multimap<InvoiceId, Mark>;

struct InvoiceListView {
    std::string slug;
    std::string query;
    std::optional<InvoiceView> view;
    bool may_manage = false;
    std::vector<InvoiceRow> rows;
    std::map<InvoiceView, std::int64_t> counts;
    std::optional<html::Url> next;
    Books books;
    base::Date today;
    AllMarks marks{};
    InvoiceId before{};          ///< of this page; zero: the first
    std::set<InvoiceId> picks{}; ///< ticked
    ShownSums sums{};
};
html::Html invoice_list(const InvoiceListView& view);
/// As mark_lists_with() was told.
AllMarks marks_of(tenancy::WorkspaceTransaction& tx, const std::vector<InvoiceId>& shown);
/// For the bar.
html::Html invoice_list_actions(const InvoiceListView& view);

struct NewInvoiceView {
    html::Url action;
    html::Url back;
    html::Url new_client;
    html::Html guard;
    guard::FormView fields;
    std::vector<ui::Choice> clients; ///< none: the page says to make one
};
html::Html new_invoice_form(const NewInvoiceView& view);

} // namespace invoices
