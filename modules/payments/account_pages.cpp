#include "modules/payments/account_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "modules/payments/account_forms.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/account_views.hpp"

namespace payments
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/paiements";

Account kept(const Call& call)
{
    return call.context().read(
        [](WorkspaceTransaction& tx) { return AccountStore{tx}.find(stripe); });
}

http::Response page(Call& call, const Account& account, const forms::Form<SavePaymentAccount>& form)
{
    const auto& slug = call.context().workspace().slug;
    const AccountView view{.account = account,
                           .fields = {form, "payments.field"},
                           .listening = mail::absolute_url("/p/" + slug + "/paiements/stripe"),
                           .page = html::checked_local(call.in_workspace(page_path)),
                           .guard = guard::form_guard(call)};
    const auto title = t("payments.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{.label = t("guard.nav.settings"),
                                      .to = html::checked_local(call.in_workspace("/reglages"))},
                                     {.label = title, .to = {}}}));
    return guard::render(call, guard::Page{.title = title,
                                           .body = account_page(view),
                                           .breadcrumbs = bar,
                                           .status = form.is_valid() ? 200 : 422,
                                           .topics = {"payments_account"}});
}

http::Response back(Call& call, std::string_view notice_key)
{
    return call.redirect(call.in_workspace(page_path), notice_key);
}

} // namespace

http::Response show_account(Call& call)
{
    return page(call, kept(call), call.blank_form<SavePaymentAccount>());
}

http::Response update_account(Call& call)
{
    auto form = call.form<SavePaymentAccount>();
    const auto account = kept(call);
    check_whole(form, account);
    if (!form.is_valid()) return page(call, account, form);

    call.context().write(
        [&](WorkspaceTransaction& tx) { save_account(tx, change_of(form.command)); });
    return back(call, "payments.notice.saved");
}

http::Response create_trial(Call& call)
{
    const auto account = kept(call);
    base::refuse_unless(!account.sealed_key.empty() && !account.sealed_secret.empty(),
                        "payments.refusal.no_account");
    const auto failure = provider_for(account, call.context().workspace().id)->try_key();
    call.context().write([&](WorkspaceTransaction& tx) { note_trial(tx, account, failure); });
    return failure ? call.redirect(call.in_workspace(page_path))
                   : back(call, "payments.notice.switched_on");
}

http::Response stop_account_page(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { stop_account(tx); });
    return back(call, "payments.notice.switched_off");
}

} // namespace payments
