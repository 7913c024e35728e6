#include "modules/mailbox/mailbox_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/delivery.hpp"
#include "kernel/mail/sender.hpp"
#include "modules/mailbox/mailbox_views.hpp"
#include "modules/mailbox/received_forms.hpp"

namespace mailbox
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url page_path(const Call& call)
{
    return html::route("/e/{}/reglages/reception", call.context().workspace().slug);
}

struct Kept {
    mail::Mailbox mailbox;
    bool has_own_sender = false;
};

http::Response page(Call& call, const forms::Form<SaveMailbox>& form)
{
    const auto kept = call.context().read([](WorkspaceTransaction& tx) {
        return Kept{.mailbox = mail::mailbox(tx),
                    .has_own_sender = mail::sender(tx).state == mail::SenderState::active};
    });
    const auto& workspace = call.context().workspace();
    const auto& at = kept.mailbox.connected_at;
    const guard::FormView fields{form, "mailbox.field"};
    const MailboxView view{.slug = workspace.slug,
                           .mailbox = kept.mailbox,
                           .connected_when =
                               at ? i18n::relative(*at, call.context().now(), workspace.time_zone)
                                  : std::string{},
                           .command = "etabli mail deliver --workspace " + workspace.slug,
                           .sends_mail = !workspace.is_demonstration &&
                                         (kept.has_own_sender || mail::has_platform_server()),
                           .has_tickets = workspace.modules.contains("tickets"),
                           .fields = fields,
                           .guard = guard::form_guard(call)};
    const auto settings = html::route("/e/{}/reglages", workspace.slug);
    const auto crumbs = html::group(html::h1(html::cls("sr-only"), t("mailbox.settings.title")),
                                    ui::breadcrumbs({{t("mailbox.settings.menu"), settings},
                                                     {t("mailbox.settings.title"), {}}}));
    return guard::render(call, guard::Page{.title = t("mailbox.settings.title"),
                                           .body = mailbox_page(view),
                                           .breadcrumbs = crumbs,
                                           .status = form.is_valid() ? 200 : 422,
                                           .topics = {"mailbox"}});
}

/// A key must fit beside it, and what stands after « + » is ours.
void check_address(forms::Form<SaveMailbox>& form)
{
    const auto& address = form.command.address.value;
    const auto local = address.substr(0, address.rfind('@'));
    if (form.errors.find("address") != nullptr) return;
    if (local.size() > mail::mailbox_local_bytes_max)
        form.errors.add("address", "mailbox.error.long",
                        {{"most", std::to_string(mail::mailbox_local_bytes_max)}});
    if (local.find('+') != local.npos) form.errors.add("address", "mailbox.error.plus");
}

/// A server is named by one word: « mx.vigie.example ».
void check_server(forms::Form<SaveMailbox>& form)
{
    const auto& server = form.command.trusted_server.value;
    if (server.find_first_of(" ;,@/:") != server.npos)
        form.errors.add("trusted_server", "mailbox.error.server");
}

} // namespace

http::Response show_mailbox(Call& call)
{
    return page(call, call.blank_form<SaveMailbox>());
}

http::Response update_mailbox(Call& call)
{
    auto form = call.form<SaveMailbox>();
    check_address(form);
    check_server(form);
    if (!form.is_valid()) return page(call, form);
    call.context().write([&](WorkspaceTransaction& tx) {
        mail::save_mailbox(tx, form.command.address.value,
                           base::lower_ascii(form.command.trusted_server.value));
    });
    return call.redirect(page_path(call).text(), "mailbox.notice.saved");
}

http::Response create_check(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { mail::check_mailbox(tx); });
    return call.redirect(page_path(call).text(), "mailbox.notice.checking");
}

http::Response stop_receiving(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { mail::stop_mailbox(tx); });
    return call.redirect(page_path(call).text(), "mailbox.notice.stopped");
}

} // namespace mailbox
