#include "modules/accounting/accounting_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/accounting/accounting_forms.hpp"
#include "modules/accounting/accounting_views.hpp"
#include "modules/accounting/entry_actions.hpp"
#include "modules/accounting/fec.hpp"
#include "modules/accounting/fec_causes.hpp"

namespace accounting
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t shown_entries_max = 200;

base::Currency currency_of(const tenancy::Workspace& workspace)
{
    return presets::find(workspace.preset).currency == "CAD" ? base::Currency::CAD
                                                             : base::Currency::EUR;
}

Frame frame_of(const Call& call, Tab tab)
{
    const bool is_of_months = tab == Tab::entries || tab == Tab::balance;
    const auto today = call.context().today();
    return {.slug = call.context().workspace().slug,
            .tab = tab,
            .period = is_of_months ? period_asked(call) : year_asked(call),
            .periods = is_of_months ? period_choices(today) : year_choices(today),
            .currency = currency_of(call.context().workspace())};
}

http::Response answer(Call& call, html::Html body, int status = 200)
{
    return guard::render(call, guard::Page{.title = t("accounting.nav"),
                                           .body = std::move(body),
                                           .status = status,
                                           .topics = {"accounting"}});
}

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
    });
    return answer(call, fec_page(view), form.is_valid() ? 200 : 422);
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
    return answer(call, entries_page(view));
}

http::Response show_balance(Call& call)
{
    BalanceView view{.frame = frame_of(call, Tab::balance), .rows = {}};
    const auto& period = view.frame.period;
    view.rows = call.context().read([&](WorkspaceTransaction& tx) {
        return EntryStore{tx}.balance(period.first, period.last);
    });
    return answer(call, balance_page(view));
}

http::Response show_summary(Call& call)
{
    SummaryView view{.frame = frame_of(call, Tab::summary)};
    const auto& period = view.frame.period;
    call.context().read([&](WorkspaceTransaction& tx) {
        view.rows = EntryStore{tx}.balance(period.first, period.last);
        view.expenses = expenses::totals(tx, period.first, period.last);
    });
    return answer(call, summary_page(view));
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
