#include "modules/signed_invoices/team_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/signed_invoices/request_actions.hpp"
#include "modules/signed_invoices/team_views.hpp"

namespace signed_invoices
{

using guard::Call;
using i18n::t;
using invoices::InvoiceId;
using tenancy::WorkspaceTransaction;

html::Html team_panel(Call& call)
{
    const auto id = call.path_id<InvoiceId>("invoice");
    std::optional<signatures::Signature> signature;
    const auto all = call.context().read([&](WorkspaceTransaction& tx) {
        signature = signature_of(tx, id);
        return standings(tx, {id});
    });
    const auto found = all.find(id);
    if (found == all.end()) return html::none;
    TeamPanelView view{
        .standing = found->second,
        .signature = signature,
        .paper = html::checked_local(call.in_workspace("/factures/" + id.text() + "/signee")),
        .evidence = {},
        .signed_on = {}};
    if (signature) {
        const auto& zone = call.context().workspace().time_zone;
        view.signed_on = i18n::date_and_time(signature->signed_at, zone);
        if (call.may("signatures.read"))
            view.evidence =
                html::checked_local(call.in_workspace("/signatures/" + signature->id.text()));
    }
    return team_card(view);
}

http::Response serve_team_paper(Call& call)
{
    const auto id = call.path_id<InvoiceId>("invoice");
    const auto signature =
        call.context().read([&](WorkspaceTransaction& tx) { return signature_of(tx, id); });
    if (!signature) throw base::NotFound{};
    return signatures::signed_paper(call.context(), *signature);
}

invoices::Marks signature_marks(WorkspaceTransaction& tx, const std::vector<InvoiceId>& shown)
{
    invoices::Marks marks;
    const auto& zone = tx.workspace().time_zone;
    for (const auto& [id, standing] : standings(tx, shown)) {
        if (!standing.signed_at) {
            marks.emplace(
                id, invoices::Mark{.words = t("signed_invoices.mark.waits"), .tone = "amber"});
            continue;
        }
        const auto day = i18n::short_date(base::date_in(*standing.signed_at, zone));
        marks.emplace(id, invoices::Mark{.words = t("signed_invoices.mark.signed", {{"on", day}}),
                                         .tone = "green"});
    }
    return marks;
}

} // namespace signed_invoices
