#include "modules/einvoicing/transmission_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/guard/page.hpp"
#include "modules/einvoicing/dispatch_actions.hpp"
#include "modules/einvoicing/dispatch_store.hpp"
#include "modules/einvoicing/lifecycle_words.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/transmission_actions.hpp"
#include "modules/einvoicing/transmission_store.hpp"
#include "modules/einvoicing/transmission_views.hpp"

#include <algorithm>

namespace einvoicing
{
namespace
{

using guard::Call;
using invoices::InvoiceId;
using tenancy::WorkspaceTransaction;

std::string invoice_path(const Call& call, InvoiceId invoice)
{
    return call.in_workspace("/factures/" + invoice.text());
}

void read_past(WorkspaceTransaction& tx, TransmissionView& view)
{
    view.history = TransmissionStore{tx}.history(view.transmission->id);
    for (const auto& status : view.history)
        if (status.by_member && !view.names.contains(*status.by_member))
            if (const auto member = auth::member(tx, *status.by_member))
                view.names.emplace(*status.by_member, member->name);
}

bool has_to_leave(const std::vector<Dispatch>& said, const Platform& platform)
{
    return std::ranges::any_of(
        said, [&](const Dispatch& one) { return may_leave_again(one, platform.mode); });
}

/// Nothing where nothing was sent and nothing can be.
bool read_view(WorkspaceTransaction& tx, InvoiceId invoice, TransmissionView& view)
{
    const auto platform = PlatformStore{tx}.find();
    view.is_on = platform.state == PlatformState::active;
    view.transmission = TransmissionStore{tx}.of(invoice);
    if (!view.transmission) {
        view.may_send = view.may_send && view.is_on;
        return view.is_on && is_for_platform(tx, invoice);
    }
    read_past(tx, view);
    view.said = DispatchStore{tx}.about(DispatchKind::collected, invoice.value);
    view.may_send =
        view.may_send && view.is_on &&
        (may_leave_again(*view.transmission, platform.mode) || has_to_leave(view.said, platform));
    return true;
}

} // namespace

html::Html transmission_panel(Call& call)
{
    const auto& workspace = call.context().workspace();
    if (!workspace.modules.contains("einvoicing")) return html::none;
    const auto invoice = call.path_id<InvoiceId>("invoice");
    TransmissionView view{.may_send = call.may("invoices.manage"),
                          .send =
                              html::checked_local(invoice_path(call, invoice) + "/transmission"),
                          .guard = guard::form_guard(call),
                          .zone = workspace.time_zone};
    const bool is_shown =
        call.context().read([&](WorkspaceTransaction& tx) { return read_view(tx, invoice, view); });
    return is_shown ? transmission_card(view) : html::none;
}

invoices::Marks transmission_marks(WorkspaceTransaction& tx, const std::vector<InvoiceId>& shown)
{
    invoices::Marks marks;
    if (!tx.workspace().modules.contains("einvoicing")) return marks;
    for (const auto& transmission : TransmissionStore{tx}.of_all(shown)) {
        const auto standing = standing_of(transmission);
        marks.emplace(transmission.invoice_id,
                      invoices::Mark{.words = standing.words, .tone = standing.tone});
    }
    return marks;
}

http::Response create_transmission(Call& call)
{
    const auto invoice = call.path_id<InvoiceId>("invoice");
    call.context().write([&](WorkspaceTransaction& tx) {
        if (!dispatch_all_again(tx, DispatchKind::collected, invoice.value))
            send_again(tx, invoice);
    });
    return call.redirect(invoice_path(call, invoice), "einvoicing.notice.transmission");
}

} // namespace einvoicing
