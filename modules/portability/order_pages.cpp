#include "modules/portability/order_pages.hpp"

#include "kernel/auth/credentials.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/secrets/password.hpp"
#include "modules/identity/identity.hpp"
#include "modules/portability/order_actions.hpp"
#include "modules/portability/order_forms.hpp"
#include "modules/portability/order_views.hpp"

namespace portability
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/export";
/// How long a sign-in stands for the password of who has none.
constexpr std::chrono::minutes proof_valid_for{10};

std::string hash_of(guard::Call& call)
{
    return call.platform().read([&](tenancy::PlatformTransaction& tx) {
        return auth::password_hash_of(tx, call.signed_in()->person.id);
    });
}

Proof proof_of(guard::Call& call)
{
    if (!hash_of(call).empty()) return Proof::password;
    const bool is_recent = base::now() < call.signed_in()->session.created_at + proof_valid_for;
    return is_recent ? Proof::recent_sign_in : Proof::sign_in_again;
}

OrderLine line_of(const guard::Call& call, const Order& order)
{
    const auto& zone = call.context().workspace().time_zone;
    OrderLine line{.when = i18n::date_and_time(order.asked_at, zone),
                   .detail = {},
                   .state_key = "portability.page.waiting",
                   .download = {}};
    if (order.state == OrderState::waiting) return line;
    const auto until = *order.ready_at + kept_for;
    line.detail = t("portability.page.line", {{"size", i18n::file_size(order.byte_count)},
                                              {"rows", i18n::number(order.row_count)},
                                              {"files", i18n::number(order.file_count)},
                                              {"date", i18n::long_date(base::date_in(until, zone))},
                                              {"digest", order.sha256}});
    line.state_key = "portability.page.gone";
    if (order.state == OrderState::ready && base::now() < until)
        line.download = html::checked_local(
            call.in_workspace(std::string{page_path} + "/" + order.id.text() + "/paquet"));
    return line;
}

http::Response page(guard::Call& call, const forms::Form<AskExport>& form)
{
    ExportsView view{.fields = {form, "portability.field"},
                     .guard = guard::form_guard(call),
                     .ask = html::checked_local(call.in_workspace(page_path)),
                     .proof = proof_of(call),
                     .orders = {}};
    for (const auto& order : call.context().read(recent_orders))
        view.orders.push_back(line_of(call, order));
    const auto crumbs =
        html::group(html::h1(html::cls("sr-only"), t("portability.page.title")),
                    ui::breadcrumbs({{t("guard.nav.settings"),
                                      html::checked_local(call.in_workspace("/reglages"))},
                                     {t("portability.page.title"), {}}}));
    return guard::render(call, guard::Page{.title = t("portability.page.title"),
                                           .body = exports_page(view),
                                           .breadcrumbs = crumbs,
                                           .status = form.errors.empty() ? 200 : 422,
                                           .topics = {"exports"}});
}

/// Adds what is missing: who asks must show that it is still he.
void check_proof(guard::Call& call, forms::Form<AskExport>& form)
{
    const auto hash = hash_of(call);
    if (hash.empty()) {
        if (proof_of(call) == Proof::sign_in_again)
            form.errors.add("", "portability.error.sign_in_again");
        return;
    }
    const auto& typed = form.command.current_password;
    const auto strength = call.site().configuration().is_test()
                              ? identity::HashStrength::test
                              : identity::HashStrength::production;
    try {
        if (!typed)
            form.errors.add("current_password", "forms.error.required");
        else if (!identity::passwords(call.site().vault(), strength).verify(hash, typed->value))
            form.errors.add("current_password", "portability.error.password_wrong");
    } catch (const secrets::PasswordsBusy&) {
        form.errors.add("current_password", "portability.error.busy");
    }
}

} // namespace

http::Response show_exports(guard::Call& call)
{
    return page(call, call.blank_form<AskExport>());
}

http::Response ask_export(guard::Call& call)
{
    auto form = call.form<AskExport>();
    if (form.is_valid()) check_proof(call, form);
    if (!form.errors.empty()) return page(call, form);
    call.context().write([](WorkspaceTransaction& tx) { order_package(tx); });
    jobs::wake();
    return call.redirect(call.in_workspace(page_path), "portability.page.started");
}

http::Response download_export(guard::Call& call)
{
    const auto file = take_package(call.context(), call.path_id<OrderId>("export"));
    const auto& slug = call.context().workspace().slug;
    http::Response answer;
    answer.file = http::FileBody{.path = file, .size = std::filesystem::file_size(file)};
    answer.with("Content-Type", "application/zip")
        .with("Content-Disposition", "attachment; filename=\"" + slug + ".zip\"")
        .with("Cache-Control", "no-store");
    return answer;
}

} // namespace portability
