#include "modules/invoices/account_statement_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/account_statement_actions.hpp"
#include "modules/invoices/account_statement_forms.hpp"
#include "modules/invoices/account_statement_views.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::ClientId;
using tenancy::WorkspaceTransaction;

/// This year until today, when nothing is asked for.
AskedDays days_of(const Call& call)
{
    const auto today = call.context().today().text();
    AskedDays days{.from = std::string{call.query("du")}, .to = std::string{call.query("au")}};
    if (days.from.empty()) days.from = today.substr(0, 4) + "-01-01";
    if (days.to.empty()) days.to = today;
    return days;
}

/// Nothing, and why, for days that are none, or the wrong way round.
std::optional<AccountSpan> span_of(ClientId client, AskedDays& days)
{
    const auto from = base::Date::parse(days.from);
    const auto to = base::Date::parse(days.to);
    if (!from) days.from_error = t("invoices.account.refusal.day");
    if (!to) days.to_error = t("invoices.account.refusal.day");
    if (from && to && *to < *from) days.to_error = t("invoices.account.refusal.order");
    if (!days.from_error.empty() || !days.to_error.empty()) return {};
    return AccountSpan{.client = client, .from = *from, .to = *to};
}

AccountStatementView view_of(Call& call, ClientId client, const std::string& self)
{
    auto days = days_of(call);
    const auto span = span_of(client, days);
    AccountStatementView view{.days = std::move(days),
                              .self = html::checked_local(self),
                              .invoices = call.in_workspace("/factures/"),
                              .currency =
                                  sale_documents::books_of(call.context().workspace()).currency};
    if (span)
        view.statement = call.context().read([&](WorkspaceTransaction& tx) {
            return account_statement(tx, *span, call.context().today());
        });
    return view;
}

http::Response paper(Call& call, ClientId client)
{
    auto days = days_of(call);
    const auto span = span_of(client, days);
    base::refuse_unless(span.has_value(), "invoices.account.refusal.day");
    auto response = http::Response::text({});
    response.headers.set("Content-Type", "application/pdf");
    response.headers.set(
        "Content-Disposition",
        files::content_disposition(
            "attachment", t("invoices.account.file", {{"day", span->to.text()}}) + ".pdf"));
    response.headers.set("Cache-Control", "no-store");
    response.body = statement_pdf(call.context(), *span);
    return response;
}

ClientId client_in(const Call& call)
{
    return call.path_id<ClientId>("id");
}

std::string client_path(const Call& call)
{
    return call.in_workspace("/clients/" + client_in(call).text());
}

/// Throws base::NotFound for who does not see the invoices of his client.
ClientId own(Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) {
        if (!may_see_invoices(tx)) throw base::NotFound{};
        return tx.actor().client;
    });
}

} // namespace

http::Response show_statement(Call& call)
{
    const auto client = call.context().read(
        [&](WorkspaceTransaction& tx) { return crm::client(tx, client_in(call)); });
    const auto path = client_path(call);
    auto view = view_of(call, client.id, path + "/releve");
    view.guard = guard::form_guard(call);
    view.address = client.email;
    if (call.may("invoices.manage")) view.mail = html::checked_local(path + "/releve/envoi");
    return guard::render(
        call, guard::Page{.title = t("invoices.account.title") + " · " + client.name,
                          .body = account_statement_page(view),
                          .breadcrumbs = ui::breadcrumbs({{client.name, html::checked_local(path)},
                                                          {t("invoices.account.title"), {}}}),
                          .status = view.statement ? 200 : 422,
                          .topics = {"invoices"}});
}

http::Response serve_statement(Call& call)
{
    return paper(call, client_in(call));
}

http::Response send_statement(Call& call)
{
    const auto form = call.form<MailStatement>();
    base::refuse_unless(form.is_valid() && form.command.from <= form.command.to,
                        "invoices.account.refusal.day");
    mail_statement(call.context(),
                   {.client = client_in(call), .from = form.command.from, .to = form.command.to});
    return call.redirect(client_path(call) + "/releve", "invoices.notice.statement_sent");
}

http::Response show_own_statement(Call& call)
{
    const auto view = view_of(call, own(call), call.in_workspace("/releve"));
    return guard::render(call, guard::Page{.title = t("invoices.account.title"),
                                           .body = account_statement_page(view),
                                           .status = view.statement ? 200 : 422,
                                           .topics = {"invoices"}});
}

http::Response serve_own_statement(Call& call)
{
    return paper(call, own(call));
}

} // namespace invoices
