#include "modules/expenses/receipt_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_address.hpp"
#include "kernel/files/form_files.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/expenses/billed_actions.hpp"
#include "modules/expenses/billed_store.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expense_filter_pages.hpp"
#include "modules/expenses/expense_forms.hpp"
#include "modules/expenses/expense_pages.hpp"
#include "modules/expenses/expense_type_actions.hpp"
#include "modules/expenses/expense_views.hpp"

#include <algorithm>

namespace expenses
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* pdf = "application/pdf";

files::Intake only_receipts(files::Intake intake)
{
    const auto others = std::ranges::stable_partition(intake.taken, [](const auto& taken) {
        return taken.content.kind == files::Kind::image || taken.content.type == pdf;
    });
    for (const auto& taken : others)
        intake.refused.push_back(
            {.name = taken.name, .reason = "expenses.receipt.not_one", .value = {}});
    intake.taken.erase(others.begin(), others.end());
    return intake;
}

ReceiptView receipt_view(const Call& call, const files::File& file)
{
    const auto& slug = call.context().workspace().slug;
    ReceiptView view{.file = file, .open = {}, .thumbnail = {}};
    if (file.state == files::State::ready) {
        view.open = files::address({.slug = slug}, file.id);
        if (file.kind == files::Kind::image)
            view.thumbnail = files::address({.slug = slug}, file.id, files::Variant::thumbnail);
    }
    return view;
}

std::string author_of(WorkspaceTransaction& tx, const Expense& expense)
{
    if (!expense.made_by) return t("expenses.received");
    const auto member = auth::member(tx, expense.made_by);
    return member ? member->name : t("expenses.nobody");
}

struct Trouble {
    std::string receipts;
    std::string document;
};

http::Response expense_answer(Call& call, const Trouble& trouble)
{
    const auto& workspace = call.context().workspace();
    const auto id = call.path_id<ExpenseId>("expense");
    auto view = call.context().read([&](WorkspaceTransaction& tx) {
        ExpenseView read{.expense = expense_by_id(tx, id)};
        read.type_name = name_of(types_of(tx), read.expense.type);
        if (read.expense.client_id)
            read.client_name = crm::client(tx, *read.expense.client_id).name;
        if (read.expense.credited_id)
            read.credited = expense_by_id(tx, *read.expense.credited_id).number;
        read.credit_notes = CreditedStore{tx}.credit_notes(id);
        read.author = author_of(tx, read.expense);
        read.may_bill = may_bill(tx);
        if (const auto draft = BilledStore{tx}.invoice_of(id); draft && is_on_draft(read.expense))
            read.billed_on = html::route("/e/{}/factures/{}", workspace.slug, *draft);
        for (const auto& file : files::files_of(tx, receipt_files, id.value))
            read.receipts.push_back(receipt_view(call, file));
        return read;
    });
    view.slug = workspace.slug;
    view.currency = books_of(workspace).currency;
    view.zone = workspace.time_zone;
    view.may_write = call.may("expenses.write");
    view.guard = guard::form_guard(call);
    view.receipt_error = trouble.receipts;
    view.document_error = trouble.document;
    const bool is_wrong = !trouble.receipts.empty() || !trouble.document.empty();
    return guard::render(call, guard::Page{.title = view.expense.number,
                                           .body = expense_page(view),
                                           .breadcrumbs = ui::breadcrumbs(
                                               {{t("expenses.nav"), expenses_path(workspace.slug)},
                                                {view.expense.number, {}}}),
                                           .status = is_wrong ? 422 : 200,
                                           .topics = {"expense:" + id.text()}});
}

std::string here(const Call& call)
{
    return expense_path(call.context().workspace().slug, call.path_id<ExpenseId>("expense")).text();
}

} // namespace

files::Intake received_receipts(Call& call)
{
    return only_receipts(files::take_in(call.context(), files::offered_by(call), receipts_max + 1));
}

HeldReceipts held_receipts(Call& call)
{
    const auto intake =
        only_receipts(files::hold(call.context(), files::offered_by(call), receipts_max));
    HeldReceipts held{.files = {}, .error = files::refused_sentences(intake)};
    for (const auto& file : intake.taken)
        held.files.push_back({.upload = file.upload.text(), .name = file.name});
    return held;
}

http::Response show_expense(Call& call)
{
    return expense_answer(call, {});
}

http::Response create_receipts(Call& call)
{
    const auto id = call.path_id<ExpenseId>("expense");
    call.context().read([&](WorkspaceTransaction& tx) { expense_by_id(tx, id); });
    const auto sent = received_receipts(call);
    if (sent.taken.empty())
        return expense_answer(call,
                              {.receipts = sent.refused.empty() ? t("expenses.receipt.missing")
                                                                : files::refused_sentences(sent),
                               .document = {}});
    files::keep(call.context().workspace().id, sent);
    try {
        call.context().write([&](WorkspaceTransaction& tx) { add_receipts(tx, id, sent); });
    } catch (const base::Refusal& refusal) {
        return expense_answer(call, {.receipts = t(refusal.code, refusal.params), .document = {}});
    }
    if (sent.refused.empty()) return call.redirect(here(call), "expenses.notice.receipt_added");
    constexpr std::size_t notice_length_max = 600; // it travels in a cookie
    return call.redirect(
        here(call), "expenses.notice.some_refused",
        {{"reasons", base::shorten(files::refused_sentences(sent), notice_length_max)}});
}

http::Response create_recovery(Call& call)
{
    const auto id = call.path_id<ExpenseId>("expense");
    const auto form = call.form<RecoverExpense>();
    if (const auto* error = form.errors.find("document"))
        return expense_answer(call, {.receipts = {}, .document = t(error->key, error->params)});
    call.context().write(
        [&](WorkspaceTransaction& tx) { note_recovered(tx, id, form.command.document.value); });
    return call.redirect(here(call), "expenses.notice.recovered");
}

http::Response create_cancellation(Call& call)
{
    const auto id = call.path_id<ExpenseId>("expense");
    const auto kind = call.context().write([&](WorkspaceTransaction& tx) {
        cancel_expense(tx, id);
        return expense_by_id(tx, id).kind();
    });
    return call.redirect(here(call), kind == Kind::bill ? "expenses.notice.cancelled"
                                                        : "expenses.credit.notice.cancelled");
}

} // namespace expenses
