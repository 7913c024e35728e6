#include "modules/einvoicing/mail_address_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mailbox.hpp"
#include "modules/einvoicing/mail_address_actions.hpp"
#include "modules/einvoicing/mail_address_views.hpp"

namespace einvoicing
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/factures-par-courriel";
constexpr const char* inbox_path = "/reglages/reception";

http::Response back(Call& call, std::string_view notice_key)
{
    return call.redirect(call.in_workspace(page_path), notice_key);
}

} // namespace

http::Response show_mail_address(Call& call)
{
    MailAddressView view{.address = {},
                         .inbox = {},
                         .page = html::checked_local(call.in_workspace(page_path)),
                         .guard = guard::form_guard(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.has_mailbox = mail::mailbox(tx).is_connected();
        view.address = mail_address(tx);
    });
    if (call.may("workspace.settings"))
        view.inbox = html::checked_local(call.in_workspace(inbox_path));
    const auto title = t("einvoicing.mailed.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{.label = t("guard.nav.settings"),
                                      .to = html::checked_local(call.in_workspace("/reglages"))},
                                     {.label = title, .to = {}}}));
    return guard::render(call, guard::Page{.title = title,
                                           .body = mail_address_page(view),
                                           .breadcrumbs = bar,
                                           .topics = {"supplier_invoices"}});
}

http::Response create_mail_address(Call& call)
{
    call.context().write(make_mail_address);
    return back(call, "einvoicing.notice.address_made");
}

http::Response stop_mail_address(Call& call)
{
    call.context().write(close_mail_address);
    return back(call, "einvoicing.notice.address_closed");
}

html::Html mail_address_panel(Call& call)
{
    const auto settings = call.may("einvoicing.settings")
                              ? std::optional{html::checked_local(call.in_workspace(page_path))}
                              : std::nullopt;
    return mail_address_card(call.context().read(mail_address), settings);
}

} // namespace einvoicing
