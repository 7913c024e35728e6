#pragma once

#include "kernel/files/files.hpp"
#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/files_field.hpp"
#include "modules/expenses/credited_store.hpp"
#include "modules/expenses/expense_store.hpp"
#include "modules/expenses/expense_type.hpp"
#include "modules/expenses/expense_words.hpp"

#include <string>
#include <vector>

namespace expenses
{

inline constexpr int page_rows = 50;

/// What the expenses of a filter come to.
struct Sums {
    base::Cents gross;
    base::Cents net;
    std::vector<PaidTax> taxes; ///< one a name
    base::Cents deductible;     ///< before taxes
    base::Cents kept;           ///< of it, what the business bears
    base::Cents recovered;      ///< of it, what is asked of clients
};

struct ExpenseListView {
    std::string slug;
    std::vector<ExpenseRow> rows;
    std::vector<ExpenseType> types;
    std::vector<ui::Choice> periods;
    std::vector<ui::Choice> clients;
    Sums sums;
    PartCounts counts;
    base::Currency currency = base::Currency::EUR;
    Part part = Part::every;
    std::string period;
    std::string type;
    std::string category;
    std::string client;
    bool may_write = false;
    bool is_filtered = false;
    html::Url list = html::Url::local("/"); ///< without any filter
    html::Url csv = list;                   ///< the same rows as files
    html::Url workbook = list;
    std::optional<html::Url> next;
};
html::Html expense_list(const ExpenseListView& view);

struct ExpenseFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::vector<ui::Choice> types;
    std::vector<ui::Choice> taxes;
    std::vector<ui::Choice> owed; ///< what may be declared; empty: nothing is
    Bearing bearing = Bearing::claimed_back;
    std::vector<std::string> tax_names; ///< « TVA »; « TPS », « TVQ »
    std::vector<ui::Choice> clients;
    std::string currency_sign;
    std::string title;
    std::string version; ///< empty: a new one
    Kind kind = Kind::bill;
    bool is_received = false; ///< its supplier said what it is
    std::vector<ui::HeldFile> held;
    std::string files_error;
};
html::Html expense_form(const ExpenseFormView& view);
html::Html trip_form(const ExpenseFormView& view);

struct ReceiptView {
    files::File file;
    std::optional<html::Url> open;
    std::optional<html::Url> thumbnail;
};
struct ExpenseView {
    std::string slug;
    Expense expense;
    std::string type_name;
    std::string client_name;
    std::string credited; ///< number of what it takes back
    std::vector<CreditedRow> credit_notes;
    std::string author;
    base::Currency currency = base::Currency::EUR;
    std::string zone;
    std::vector<ReceiptView> receipts;
    bool may_write = false;
    bool may_bill = false;
    std::optional<html::Url> billed_on; ///< the draft it was put on
    html::Html guard;
    std::string receipt_error;
    std::string document_error;
};
html::Html expense_page(const ExpenseView& view);

struct TypesView {
    std::string slug;
    std::vector<ExpenseType> types;
    html::Html guard;
    guard::FormView fields; ///< of the form that adds
};
html::Html types_page(const TypesView& view);

struct TypeView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::string title;
};
html::Html type_form(const TypeView& view);

} // namespace expenses
