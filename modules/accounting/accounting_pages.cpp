#include "modules/accounting/accounting_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "modules/accounting/accounting_forms.hpp"
#include "modules/accounting/accounting_views.hpp"
#include "modules/accounting/archive_store.hpp"
#include "modules/accounting/entry_actions.hpp"
#include "modules/accounting/fec.hpp"
#include "modules/accounting/fec_causes.hpp"
#include "modules/accounting/frame_pages.hpp"

namespace accounting
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

constexpr std::size_t shown_entries_max = 200;

http::Response fec_answer(Call& call, const forms::Form<ClosePeriod>& form)
{
    const auto frame = frame_of(call, Tab::fec);
    const auto& period = frame.period;
    FecView view{.frame = frame,
                 .may_close = call.may("accounting.manage"),
                 .guard = guard::form_guard(call),
                 .fields = {form, "accounting.field"}};
    call.context().read([&](WorkspaceTransaction& tx) {
        const auto head = fec_head(tx);
        view.causes = head.causes;
        if (head.siren) view.name = fec_name(*head.siren, period.last, ".txt");
        EntryStore store{tx};
        for (const auto& sum : store.journals(period.first, period.last))
            view.entries += sum.count;
        view.closed_until = store.closed_until();
        view.archives = ArchiveStore{tx}.list();
    });
    return frame_answer(call, fec_page(view), form.is_valid() ? 200 : 422);
}

} // namespace

http::Response list_entries(Call& call)
{
    EntriesView view{.frame = frame_of(call, Tab::entries)};
    const auto& period = view.frame.period;
    const auto journal = find_journal(call.query("journal"));
    if (journal) view.journal = code_of(*journal);
    call.context().read([&](WorkspaceTransaction& tx) {
        view.journals = EntryStore{tx}.journals(period.first, period.last);
        view.entries =
            first_entries(tx, {.first = period.first, .last = period.last, .journal = journal},
                          shown_entries_max + 1);
    });
    view.is_cut = view.entries.size() > shown_entries_max;
    if (view.is_cut) view.entries.pop_back();
    return frame_answer(call, entries_page(view));
}

http::Response show_balance(Call& call)
{
    BalanceView view{.frame = frame_of(call, Tab::balance), .rows = {}};
    const auto& period = view.frame.period;
    view.rows = call.context().read([&](WorkspaceTransaction& tx) {
        return EntryStore{tx}.balance(period.first, period.last);
    });
    return frame_answer(call, balance_page(view));
}

http::Response show_summary(Call& call)
{
    SummaryView view{.frame = frame_of(call, Tab::summary)};
    const auto& period = view.frame.period;
    call.context().read([&](WorkspaceTransaction& tx) {
        view.rows = EntryStore{tx}.balance(period.first, period.last);
        view.expenses = expenses::totals(tx, period.first, period.last);
    });
    return frame_answer(call, summary_page(view));
}

http::Response show_fec(Call& call)
{
    return fec_answer(call, call.blank_form<ClosePeriod>());
}

http::Response create_closing(Call& call)
{
    auto form = call.form<ClosePeriod>();
    if (!form.is_valid()) return fec_answer(call, form);
    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { close_period(tx, form.command.last); });
    } catch (const base::Refusal& refusal) {
        form.errors.add("last", refusal.code, refusal.params);
        return fec_answer(call, form);
    }
    return call.redirect(call.in_workspace("/comptabilite/fec"), "accounting.notice.closed");
}

} // namespace accounting
