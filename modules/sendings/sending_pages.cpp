#include "modules/sendings/sending_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/sale_documents/sale_documents.hpp"
#include "modules/sendings/sending_actions.hpp"
#include "modules/sendings/sending_forms.hpp"
#include "modules/sendings/sending_store.hpp"
#include "modules/sendings/sending_views.hpp"

#include <charconv>

namespace sendings
{
namespace
{

using guard::Call;
using i18n::t;
using invoices::InvoiceId;
using invoices::OpenVersion;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/factures-en-attente";

std::vector<WaitingRow> read_waiting(WorkspaceTransaction& tx, InvoiceId after)
{
    std::vector<WaitingRow> rows;
    for (const auto& one : invoices::open_invoices(tx, after, page_invoices_max + 1))
        if (auto open = invoices::open_invoice(tx, one.id)) {
            auto problems = problems_of(tx, *open);
            rows.push_back({.invoice = std::move(*open), .problems = std::move(problems)});
        }
    return rows;
}

http::Response waiting(Call& call, const std::string& refusal)
{
    const auto after = InvoiceId::parse(call.query("apres")).value_or(InvoiceId{});
    const auto& workspace = call.context().workspace();
    const auto place = html::checked_local(call.in_workspace(page_path));
    WaitingView view{.slug = workspace.slug,
                     .rows = call.context().read(
                         [&](WorkspaceTransaction& tx) { return read_waiting(tx, after); }),
                     .next = {},
                     .refusal = refusal,
                     .action = place,
                     .check = html::checked_local(place.text() + "/validation"),
                     .guard = guard::form_guard(call),
                     .currency = sale_documents::books_of(workspace).currency};
    if (view.rows.size() > page_invoices_max) {
        view.rows.pop_back();
        view.next = html::Url{place}.with("apres", view.rows.back().invoice.id.text());
    }
    return guard::render(call, guard::Page{.title = t("sendings.title"),
                                           .body = waiting_page(view),
                                           .status = refusal.empty() ? 200 : 422,
                                           .topics = {"invoices"}});
}

std::optional<OpenVersion> read_pick(const std::string& text)
{
    const auto dash = text.find('-');
    if (dash == std::string::npos) return {};
    const auto id = InvoiceId::parse(text.substr(0, dash));
    OpenVersion pick{.id = id.value_or(InvoiceId{})};
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + dash + 1, end, pick.version);
    if (!id || error != std::errc{} || stop != end) return {};
    return pick;
}

/// One that was issued or removed meanwhile is among them: the sending tells so.
std::vector<OpenVersion> picked(const std::vector<forms::Text<1, 60>>& typed)
{
    std::vector<OpenVersion> picked;
    for (const auto& one : typed)
        if (const auto pick = read_pick(one.value)) picked.push_back(*pick);
    return picked;
}

std::vector<OpenVersion> wanted_in(WorkspaceTransaction& tx, const SendInvoices& typed)
{
    if (typed.everything) return invoices::open_invoices(tx, {}, sending_invoices_max);
    return picked(typed.pick);
}

} // namespace

http::Response list_waiting(Call& call)
{
    return waiting(call, {});
}

http::Response create_sending(Call& call)
{
    const auto form = call.form<SendInvoices>();
    if (!form.is_valid()) return waiting(call, t("sendings.refusal.nothing"));
    try {
        const auto id = call.context().write([&](WorkspaceTransaction& tx) {
            return begin_sending(tx, wanted_in(tx, form.command));
        });
        return call.redirect(call.in_workspace(std::string{page_path} + "/" + id.text()));
    } catch (const base::Refusal& refusal) {
        return waiting(call, t(refusal.code, refusal.params));
    }
}

http::Response check_waiting(Call& call)
{
    const auto form = call.form<CheckWaiting>();
    const auto seen = form.is_valid() ? picked(form.command.pick) : std::vector<OpenVersion>{};
    if (seen.empty()) return waiting(call, t("sendings.refusal.nothing"));
    try {
        call.context().write([&](WorkspaceTransaction& tx) { check_together(tx, seen); });
        return call.redirect(call.in_workspace(page_path), "sendings.notice.checked");
    } catch (const base::Refusal& refusal) {
        return waiting(call, t(refusal.code, refusal.params));
    }
}

http::Response show_sending(Call& call)
{
    const auto id = call.path_id<SendingId>("sending");
    SendingView view{
        .slug = call.context().workspace().slug,
        .items = {},
        .self = html::checked_local(call.in_workspace(std::string{page_path} + "/" + id.text()))};
    call.context().read([&](WorkspaceTransaction& tx) {
        SendingStore store{tx};
        if (!store.find(id)) throw base::NotFound{};
        view.items = store.items(id);
    });
    return guard::render(
        call,
        guard::Page{.title = t("sendings.heading"),
                    .body = sending_page(view),
                    .breadcrumbs = ui::breadcrumbs(
                        {{t("sendings.title"), html::checked_local(call.in_workspace(page_path))},
                         {t("sendings.heading"), {}}}),
                    .topics = {"sending:" + id.text()}});
}

} // namespace sendings
