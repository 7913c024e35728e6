#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_filter_pages.hpp"
#include "modules/invoices/invoice_forms.hpp"
#include "modules/invoices/invoice_list_store.hpp"
#include "modules/invoices/invoice_list_views.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/invoice_words.hpp"

#include <algorithm>

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int panel_rows = 10;

std::optional<html::Url> next_page(const Call& call, std::vector<InvoiceRow>& rows)
{
    if (rows.size() <= invoice_page_rows) return {};
    rows.pop_back();
    return filtered(call, invoices_path(slug_of(call))).with("avant", rows.back().id.text());
}

http::Response new_page(Call& call, const forms::Form<StartInvoice>& form)
{
    const auto list = invoices_path(slug_of(call));
    const NewInvoiceView view{.action = list,
                              .back = list,
                              .new_client = html::route("/e/{}/clients/nouveau", slug_of(call)),
                              .guard = guard::form_guard(call),
                              .fields = {form, "invoices.field"},
                              .clients = client_choices(call, {})};
    return guard::render(call,
                         guard::Page{.title = t("invoices.list.new"),
                                     .body = new_invoice_form(view),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{t("invoices.nav"), list}, {t("invoices.list.new"), {}}}),
                                     .status = form.is_valid() ? 200 : 422});
}

std::set<InvoiceId> picks_of(const Call& call)
{
    std::set<InvoiceId> picks;
    for (const auto& [name, value] : call.request().query.all())
        if (const auto id = InvoiceId::parse(value); name == "pick" && id) picks.insert(*id);
    return picks;
}

void leave_drafts_out(std::vector<InvoiceRow>& rows)
{
    std::erase_if(rows, [](const InvoiceRow& row) { return is_open(row.state); });
}

/// Of what is ticked; else of the whole list where it is asked for, or all of it is shown. That of
/// a long list is one statement more, which not every look at it waits for.
ShownSums sums_shown(const Call& call, const InvoiceListView& view, const InvoiceSearch& search)
{
    auto rows = view.rows;
    if (!view.picks.empty()) {
        std::erase_if(rows, [&](const auto& row) { return !view.picks.contains(row.id); });
        return {.of = SumsOf::ticked, .sums = sums_of(rows)};
    }
    const auto of = search.view ? SumsOf::whole : SumsOf::issued;
    if (!search.view) leave_drafts_out(rows);
    if (!view.next && !search.before) return {.of = of, .sums = sums_of(rows)};
    if (call.query("totaux").empty()) return {.of = SumsOf::page, .sums = sums_of(view.rows)};
    return {.of = of, .sums = call.context().read([&](WorkspaceTransaction& tx) {
                return InvoiceListStore{tx}.sums(search);
            })};
}

std::vector<Marking>& markings()
{
    static std::vector<Marking> the_markings;
    return the_markings;
}

AllMarks marks_in(WorkspaceTransaction& tx, const std::vector<InvoiceRow>& rows)
{
    std::vector<InvoiceId> shown;
    shown.reserve(rows.size());
    for (const auto& row : rows)
        shown.push_back(row.id);
    return marks_of(tx, shown);
}

html::Html rows_card(Call& call, const std::vector<InvoiceRow>& rows, const char* id,
                     const html::Html& actions)
{
    const auto currency = sale_documents::books_of(call.context().workspace()).currency;
    const auto today = call.context().today();
    return ui::card(
        {.title = t("invoices.nav"), .id = id, .actions = actions, .classes = "mb-5"},
        html::each(rows, [&](const InvoiceRow& row) {
            const auto amount = row.gross ? i18n::money(*row.gross, currency) : std::string{};
            const auto standing =
                standing_of(row.state, row.kind, row.balance(), row.due_on, today);
            return ui::row_link(
                invoice_path(slug_of(call), row.id),
                {.title = row.title,
                 .detail = row.number,
                 .aside = html::group(html::span(html::cls("num font-[560]"), amount),
                                      ui::badge(standing.words, ui::tone_named(standing.tone)))});
        }));
}

} // namespace

void mark_lists_with(Marking one)
{
    auto& all = markings();
    if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}

AllMarks marks_of(WorkspaceTransaction& tx, const std::vector<InvoiceId>& shown)
{
    AllMarks marks;
    for (const auto marking : markings())
        marks.merge(marking(tx, shown));
    return marks;
}

http::Response list_invoices(Call& call)
{
    const auto search = search_of(call);
    const auto& context = call.context();
    auto view = context.read([&](WorkspaceTransaction& tx) {
        InvoiceListView read{.rows = InvoiceListStore{tx}.list(search)};
        read.counts = InvoiceListStore{tx}.counts(search.today);
        read.marks = marks_in(tx, read.rows);
        return read;
    });
    view.next = next_page(call, view.rows);
    view.before = search.before;
    view.picks = picks_of(call);
    view.sums = sums_shown(call, view, search);
    view.slug = slug_of(call);
    view.query = std::string{call.query("q")};
    view.view = search.view;
    view.may_manage = call.may("invoices.manage");
    view.books = sale_documents::books_of(context.workspace());
    view.today = search.today;
    return guard::render(call, guard::Page{.title = t("invoices.nav"),
                                           .body = invoice_list(view),
                                           .top = invoice_list_actions(view),
                                           .is_data_only = true,
                                           .topics = {"invoices"}});
}

http::Response new_invoice(Call& call)
{
    auto form = call.blank_form<StartInvoice>();
    if (form.typed.empty()) form.typed = {{"client", std::string{call.query("client")}}};
    return new_page(call, form);
}

http::Response create_invoice(Call& call)
{
    const auto form = call.form<StartInvoice>();
    if (!form.is_valid()) return new_page(call, form);

    const auto id = call.context().write([&](WorkspaceTransaction& tx) {
        return start_invoice(tx,
                             {.client_id = form.command.client, .title = form.command.title.value});
    });
    return call.redirect(invoice_path(slug_of(call), id).text(), "invoices.notice.started");
}

html::Html client_invoices_panel(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto rows = call.context().read([&](WorkspaceTransaction& tx) {
        return InvoiceListStore{tx}.of_client(client, panel_rows);
    });
    if (rows.empty()) return html::none;
    const auto statement =
        ui::link_button(html::route("/e/{}/clients/{}/releve", slug_of(call), client),
                        {.label = t("invoices.account.title"), .size = ui::ButtonSize::Small});
    return rows_card(call, rows, "client-invoices", statement);
}

} // namespace invoices
