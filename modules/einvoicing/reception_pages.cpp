#include "modules/einvoicing/reception_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/file_address.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/reception_actions.hpp"
#include "modules/einvoicing/reception_store.hpp"
#include "modules/einvoicing/reception_views.hpp"
#include "modules/einvoicing/supplier_invoice_pages.hpp"

namespace einvoicing
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

ReceptionLine line_of(const Call& call, const Reception& kept)
{
    const auto& workspace = call.context().workspace();
    ReceptionLine line{
        .reception = kept,
        .when = i18n::relative(kept.received_at, call.context().now(), workspace.time_zone),
        .original = {},
        .invoice = {},
        .may_manage = call.may("einvoicing.manage")};
    if (kept.file_id) line.original = files::address({.slug = workspace.slug}, *kept.file_id);
    if (kept.invoice_id) line.invoice = supplier_invoice_path(workspace.slug, *kept.invoice_id);
    return line;
}

} // namespace

http::Response create_receptions(Call& call)
{
    auto offered = files::offered_in(call.request(), "files");
    std::erase_if(offered, [](const files::Offered& one) { return one.name.empty(); });
    if (offered.empty()) return supplier_invoices_page(call, t("einvoicing.error.no_file"));
    if (offered.size() > receptions_at_once)
        return supplier_invoices_page(
            call, t("einvoicing.error.too_many", {{"most", std::to_string(receptions_at_once)}}));

    for (auto& file : offered)
        receive(call.context(), {.file = std::move(file), .flow = {}});
    return call.redirect(supplier_invoices_path(slug_of(call)).text(), "einvoicing.notice.sent",
                         {{"count", std::to_string(offered.size())}});
}

http::Response list_receptions(Call& call)
{
    ReceptionsView view{.slug = slug_of(call), .lines = {}, .guard = guard::form_guard(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        for (const auto state : {ReceptionState::quarantined, ReceptionState::repeated})
            for (const auto& reception : ReceptionStore{tx}.in_state(state))
                view.lines.push_back(line_of(call, reception));
    });
    const auto title = t("einvoicing.receptions.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{t("einvoicing.nav"), supplier_invoices_path(slug_of(call))},
                                     {title, {}}}));
    return guard::render(call, guard::Page{.title = title,
                                           .body = receptions_page(view),
                                           .breadcrumbs = bar,
                                           .topics = {"supplier_invoices"}});
}

http::Response create_dismissal(Call& call)
{
    const auto id = call.path_id<ReceptionId>("reception");
    call.context().write([&](WorkspaceTransaction& tx) { dismiss(tx, id); });
    return call.redirect(receptions_path(slug_of(call)).text(), "einvoicing.notice.dismissed");
}

http::Response create_reading(Call& call)
{
    const auto id = call.path_id<ReceptionId>("reception");
    call.context().write([&](WorkspaceTransaction& tx) { read_again(tx, id); });
    return call.redirect(receptions_path(slug_of(call)).text(), "einvoicing.notice.again");
}

void guard_original(WorkspaceTransaction& tx, const files::File&)
{
    if (tx.actor().side != tenancy::Side::staff) throw base::NotFound{};
    if (!tx.actor().may("einvoicing.read")) throw base::Forbidden{"einvoicing.read"};
}

} // namespace einvoicing
