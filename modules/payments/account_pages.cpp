#include "modules/payments/account_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "modules/payments/account_forms.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/account_views.hpp"
#include "modules/payments/provider_words.hpp"

#include <algorithm>
#include <vector>

namespace payments
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/paiements";

/// Throws base::NotFound for one that is not known here.
std::string provider_in(const Call& call)
{
    const auto& name = call.path("provider");
    if (std::ranges::find(provider_names, name) == provider_names.end()) throw base::NotFound{};
    return name;
}

Account kept(const Call& call)
{
    const auto provider = provider_in(call);
    return call.context().read(
        [&](WorkspaceTransaction& tx) { return AccountStore{tx}.find(provider); });
}

std::string own_path(const Call& call)
{
    return call.in_workspace(std::string{page_path} + "/" + provider_in(call));
}

html::Html bar(const Call& call, const std::string& title, bool has_parent)
{
    std::vector<ui::Crumb> crumbs{{.label = t("guard.nav.settings"),
                                   .to = html::checked_local(call.in_workspace("/reglages"))}};
    if (has_parent)
        crumbs.push_back({.label = t("payments.title"),
                          .to = html::checked_local(call.in_workspace(page_path))});
    crumbs.push_back({.label = title, .to = {}});
    return html::group(html::h1(html::cls("sr-only"), title), ui::breadcrumbs(crumbs));
}

http::Response page(Call& call, const Account& account, const forms::Form<SavePaymentAccount>& form)
{
    const auto& slug = call.context().workspace().slug;
    const AccountView view{.account = account,
                           .fields = {form, "payments." + account.provider + ".field"},
                           .listening =
                               mail::absolute_url("/p/" + slug + "/paiements/" + account.provider),
                           .page = html::checked_local(own_path(call)),
                           .guard = guard::form_guard(call)};
    const auto title = title_of(account.provider);
    return guard::render(call, guard::Page{.title = title,
                                           .body = account_page(view),
                                           .breadcrumbs = bar(call, title, true),
                                           .status = form.is_valid() ? 200 : 422,
                                           .topics = {"payments_account"}});
}

http::Response back(Call& call, std::string_view notice_key)
{
    return call.redirect(own_path(call), notice_key, {{"provider", title_of(provider_in(call))}});
}

} // namespace

http::Response list_accounts(Call& call)
{
    AccountsView view{.accounts = {}, .page = html::checked_local(call.in_workspace(page_path))};
    call.context().read([&](WorkspaceTransaction& tx) {
        for (const auto* name : provider_names)
            view.accounts.push_back(AccountStore{tx}.find(name));
    });
    const auto title = t("payments.title");
    return guard::render(call, guard::Page{.title = title,
                                           .body = accounts_page(view),
                                           .breadcrumbs = bar(call, title, false),
                                           .topics = {"payments_account"}});
}

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

    call.context().write([&](WorkspaceTransaction& tx) {
        save_account(tx, change_of(form.command, account.provider));
    });
    return back(call, "payments.notice.saved");
}

http::Response create_trial(Call& call)
{
    const auto account = kept(call);
    base::refuse_unless(!account.sealed_key.empty() && !account.sealed_secret.empty(),
                        "payments.refusal.no_account");
    const auto failure = provider_for(account, call.context().workspace().id)->try_key();
    call.context().write([&](WorkspaceTransaction& tx) { note_trial(tx, account, failure); });
    return failure ? call.redirect(own_path(call)) : back(call, "payments.notice.switched_on");
}

http::Response update_copies(Call& call)
{
    const auto provider = provider_in(call);
    const auto form = call.form<KeepPaymentCopies>();
    const auto copies = form.command.are_kept ? Copies::kept : Copies::none;
    call.context().write([&](WorkspaceTransaction& tx) { keep_copies(tx, provider, copies); });
    return back(call, "payments.notice.copies");
}

http::Response stop_account_page(Call& call)
{
    const auto provider = provider_in(call);
    call.context().write([&](WorkspaceTransaction& tx) { stop_account(tx, provider); });
    return back(call, "payments.notice.switched_off");
}

} // namespace payments
