#include "modules/payments/checkout_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "modules/payments/account_actions.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/checkout_actions.hpp"
#include "modules/payments/checkout_forms.hpp"
#include "modules/payments/checkout_views.hpp"
#include "modules/payments/provider_words.hpp"

#include <algorithm>
#include <chrono>

namespace payments
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* own_path = "/reglement";
constexpr const char* leaving_path = "/reglement/page-de-paiement";
constexpr const char* return_path = "/reglement/retour";
constexpr const char* reread_after = "4"; ///< seconds
constexpr std::chrono::minutes reread_for{10};

std::string money(const invoices::Facts& facts, base::Cents amount)
{
    return i18n::money(amount, facts.figures.currency);
}

/// What a client sees of one invoice here.
struct Place {
    invoices::ClientPlace at;
    invoices::Facts facts;
    std::vector<Account> accounts; ///< whose buttons he sees
    std::optional<Checkout> last;
};

Place place_of(Call& call)
{
    Place place{.at = invoices::client_place(call), .facts = {}, .accounts = {}, .last = {}};
    call.context().read([&](WorkspaceTransaction& tx) {
        place.facts = invoices::facts(tx, {place.at.invoice}).at(place.at.invoice);
        place.accounts = active_accounts(tx);
        place.last = last_checkout(tx, place.at.invoice);
    });
    return place;
}

CheckoutView view_of(Call& call, const Place& place)
{
    const auto under = [&](const char* end) { return html::checked_local(place.at.path + end); };
    return {.checkout = *place.last,
            .amount = money(place.facts, place.last->amount),
            .number = place.facts.number,
            .business = call.context().workspace().name,
            .provider = title_of(place.last->provider),
            .invoice = html::checked_local(place.at.path),
            .leave = under(leaving_path),
            .retry = under(own_path),
            .guard = guard::form_guard(call),
            .is_still_due = !place.accounts.empty() && payable(place.facts).value > 0};
}

http::Response page(Call& call, const Place& place, const std::string& title,
                    const html::Html& body)
{
    call.forbid_storing();
    std::vector<std::string> topics;
    if (call.actor().membership) topics = {"invoice:" + place.at.invoice.text()};
    return guard::render(
        call, guard::Page{.title = title, .body = body, .has_tab_bar = false, .topics = topics});
}

std::vector<Means> means_of(const std::vector<Account>& accounts)
{
    std::vector<Means> means;
    for (const auto& account : accounts)
        means.push_back({.provider = account.provider,
                         .title = title_of(account.provider),
                         .is_trial = account.mode == Mode::test});
    return means;
}

/// Of the button he pressed; of one button the form says nothing. Throws base::NotFound for one
/// that is not on.
const Account& chosen(const std::vector<Account>& accounts, const std::string& provider)
{
    if (accounts.empty()) throw base::NotFound{};
    if (provider.empty()) return accounts.front();
    const auto found = std::ranges::find(accounts, provider, &Account::provider);
    if (found == accounts.end()) throw base::NotFound{};
    return *found;
}

/// Those that ask what is no longer due, or elsewhere. One that the provider does not close ends by
/// itself; paid all the same, it is a surplus that everybody sees.
void close(Call& call, const std::vector<Checkout>& outdated)
{
    for (const auto& one : outdated) {
        const auto account = call.context().read(
            [&](WorkspaceTransaction& tx) { return AccountStore{tx}.find(one.provider); });
        if (account.sealed_key.empty()) continue;
        const auto provider = provider_for(account, call.context().workspace().id);
        if (!provider->close(one.reference))
            call.context().write([&](WorkspaceTransaction& tx) { note_closing(tx, one.id); });
    }
}

NewCheckout asked_of(const Begun& begun, const std::string& path)
{
    return {.tracking = begun.checkout.id.text(),
            .amount = begun.checkout.amount,
            .currency = begun.facts.figures.currency,
            .title = t("payments.pay.line", {{"number", begun.facts.number}}),
            .number = begun.facts.number,
            .back = mail::absolute_url(path + return_path),
            .cancel = mail::absolute_url(path),
            .mandate = begun.mandate};
}

/// While it waits, the page reads itself again, without JavaScript too.
bool is_worth_reading_again(const Checkout& checkout, base::Instant now)
{
    const bool is_waiting =
        checkout.state == CheckoutState::open || checkout.state == CheckoutState::opening;
    return is_waiting && now - checkout.created_at < reread_for;
}

} // namespace

html::Html checkout_panel(Call& call)
{
    const auto place = place_of(call);
    const auto due = payable(place.facts);
    if (place.accounts.empty() || due.value <= 0) return html::none;
    return pay_panel({.amount = money(place.facts, due),
                      .business = call.context().workspace().name,
                      .action = html::checked_local(place.at.path + own_path),
                      .guard = guard::form_guard(call),
                      .is_pending = place.last && place.last->state == CheckoutState::pending,
                      .means = means_of(place.accounts)});
}

http::Response create_checkout(Call& call)
{
    const auto place = place_of(call);
    const auto& account = chosen(place.accounts, call.form<PayOnline>().command.means.value);
    const auto begun = call.context().write([&](WorkspaceTransaction& tx) {
        return begin_checkout(tx, place.at.invoice, account.provider);
    });
    close(call, begun.outdated);
    if (begun.checkout.state == CheckoutState::opening) {
        const auto provider = provider_for(account, call.context().workspace().id);
        const auto answer = provider->open(asked_of(begun, place.at.path));
        call.context().write(
            [&](WorkspaceTransaction& tx) { note_opening(tx, begun.checkout.id, answer); });
    }
    return call.redirect(place.at.path + own_path);
}

http::Response show_checkout(Call& call)
{
    const auto place = place_of(call);
    if (!place.last) throw base::NotFound{};
    const auto view = view_of(call, place);
    const bool may_leave = !place.accounts.empty() && place.last->is_usable(base::real_now());
    if (!may_leave) return page(call, place, t("payments.pay.title"), return_page(view));
    auto response = page(call, place, t("payments.pay.title"), leaving_page(view));
    // The policy of this site lets no form lead to another one, not even through a redirect.
    response.with("Refresh", "1;url=" + view.leave.text());
    return response;
}

http::Response leave_for_provider(Call& call)
{
    const auto place = place_of(call);
    const bool may_leave =
        !place.accounts.empty() && place.last && place.last->is_usable(base::real_now());
    if (!may_leave) return call.redirect(place.at.path);
    http::Response response;
    response.status = 303;
    response.with("Location", place.last->address).with("Referrer-Policy", "no-referrer");
    return response;
}

http::Response show_return(Call& call)
{
    const auto place = place_of(call);
    if (!place.last) throw base::NotFound{};
    auto response = page(call, place, t("payments.pay.title"), return_page(view_of(call, place)));
    if (is_worth_reading_again(*place.last, call.context().now()))
        response.with("Refresh", reread_after);
    return response;
}

} // namespace payments
