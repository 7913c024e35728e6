#include "modules/einvoicing/supplier_invoice_pages.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/dispatch_actions.hpp"
#include "modules/einvoicing/dispatch_store.hpp"
#include "modules/einvoicing/einvoicing.hpp"
#include "modules/einvoicing/invoice_words.hpp"
#include "modules/einvoicing/mail_address_pages.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/reception_store.hpp"
#include "modules/einvoicing/reception_views.hpp"
#include "modules/einvoicing/statement_actions.hpp"
#include "modules/einvoicing/supplier_invoice_actions.hpp"
#include "modules/einvoicing/supplier_invoice_forms.hpp"
#include "modules/einvoicing/supplier_invoice_views.hpp"

#include <algorithm>

namespace einvoicing
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::int64_t counted_max = 100;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

SupplierInvoiceId id_of(const Call& call)
{
    return call.path_id<SupplierInvoiceId>("invoice");
}

std::string name_of(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    for (const auto& member : auth::members(tx))
        if (member.id == id) return member.name;
    return t("einvoicing.somebody");
}

std::string decided_words(const Call& call, WorkspaceTransaction& tx,
                          const SupplierInvoice& invoice)
{
    const auto when = [&](base::Instant at) {
        return i18n::relative(at, call.context().now(), call.context().workspace().time_zone);
    };
    if (!invoice.decided_at)
        return words_of(invoice, "decided.received", {{"when", when(invoice.received_at)}});
    return words_of(
        invoice, "decided." + std::string{forms::enum_name(invoice.state)},
        {{"who", name_of(tx, invoice.decided_by)}, {"when", when(*invoice.decided_at)}});
}

struct Shown {
    forms::Form<RefuseInvoice> refusal{};
    forms::Form<PayInvoice> payment{};
    forms::Form<DisputeInvoice> dispute{};
    std::string conflict{};
    int status = 200;
};

http::Response page(Call& call, const Shown& shown)
{
    std::string decided;
    files::File original;
    std::vector<Dispatch> said;
    bool is_told = false;
    bool may_say_again = false;
    const auto invoice = call.context().read([&](WorkspaceTransaction& tx) {
        auto found = supplier_invoice(tx, id_of(call));
        original = original_of(tx, found);
        decided = decided_words(call, tx, found);
        is_told = is_told_of(tx, found);
        said = DispatchStore{tx}.about(DispatchKind::decision, found.id.value);
        const auto platform = PlatformStore{tx}.find();
        may_say_again = platform.state == PlatformState::active &&
                        std::ranges::any_of(said, [&](const Dispatch& one) {
                            return may_leave_again(one, platform.mode);
                        });
        return found;
    });
    const InvoiceView view{.slug = slug_of(call),
                           .invoice = invoice,
                           .original = original,
                           .decided = decided,
                           .zone = call.context().workspace().time_zone,
                           .conflict = shown.conflict,
                           .refusal = {shown.refusal, "einvoicing.field"},
                           .payment = {shown.payment, "einvoicing.field"},
                           .dispute = {shown.dispute, "einvoicing.field"},
                           .guard = guard::form_guard(call),
                           .others = guard::panels_in(call, "supplier_invoice"),
                           .may_manage = call.may("einvoicing.manage"),
                           .is_told = is_told,
                           .said = std::move(said),
                           .may_say_again = may_say_again && call.may("einvoicing.manage")};
    const auto title = title_of(invoice);
    return guard::render(
        call, guard::Page{
                  .title = title,
                  .body = invoice_page(view),
                  .breadcrumbs = ui::breadcrumbs(
                      {{t("einvoicing.nav"), supplier_invoices_path(slug_of(call))}, {title, {}}}),
                  .status = shown.status,
                  .topics = {"supplier_invoices"}});
}

/// Runs it; a refusal is shown on the page of the invoice.
template <class Deed>
http::Response decide(Call& call, Shown shown, std::string_view notice, Deed deed)
{
    try {
        call.context().write(deed);
    } catch (const base::Refusal& refusal) {
        shown.conflict = t(refusal.code, refusal.params);
        shown.status = refusal.kind == base::Refusal::Kind::Conflict ? 409 : 422;
        return page(call, shown);
    }
    return call.redirect(supplier_invoice_path(slug_of(call), id_of(call)).text(), notice);
}

/// What was done of it, in its gender.
std::string notice_of(const Call& call, std::string_view code)
{
    const auto invoice = call.context().read(
        [&](WorkspaceTransaction& tx) { return supplier_invoice(tx, id_of(call)); });
    const std::string family =
        invoice.is_credit_note ? "einvoicing.credit.notice." : "einvoicing.notice.";
    return family + std::string{code};
}

InvoiceSearch search_of(const Call& call)
{
    InvoiceSearch search{.word = base::fold(base::shorten(call.query("q"), 100)),
                         .state = {},
                         .before = {},
                         .limit = invoice_page_rows + 1};
    InvoiceState state{};
    if (!forms::FieldType<InvoiceState>::read({call.query("etat")}, state)) search.state = state;
    if (const auto before = SupplierInvoiceId::parse(call.query("avant"))) search.before = *before;
    return search;
}

std::optional<html::Url> next_page(const Call& call, std::vector<SupplierInvoice>& rows)
{
    if (rows.size() <= invoice_page_rows) return {};
    rows.pop_back();
    return supplier_invoices_path(slug_of(call))
        .with("q", call.query("q"))
        .with("etat", call.query("etat"))
        .with("avant", rows.back().id.text());
}

} // namespace

std::string supplier_invoice_page(SupplierInvoiceId invoice)
{
    return "/factures-recues/" + invoice.text();
}

http::Response supplier_invoices_page(Call& call, const std::string& upload_error)
{
    const auto search = search_of(call);
    InvoiceListView view{.slug = slug_of(call),
                         .rows = {},
                         .counts = {},
                         .state = search.state,
                         .query = std::string{call.query("q")},
                         .next = {},
                         .upload = {}};
    call.context().read([&](WorkspaceTransaction& tx) {
        ReceptionStore receptions{tx};
        view.rows = SupplierInvoiceStore{tx}.list(search);
        view.counts = SupplierInvoiceStore{tx}.counts();
        view.reading = receptions.count(ReceptionState::reading, counted_max);
        view.quarantined = receptions.count(ReceptionState::quarantined, counted_max);
        view.repeated = receptions.count(ReceptionState::repeated, counted_max);
    });
    view.next = next_page(call, view.rows);
    if (call.may("einvoicing.manage"))
        view.upload = html::group(upload_card({.action = supplier_invoices_path(slug_of(call)),
                                               .guard = guard::form_guard(call),
                                               .error = upload_error}),
                                  mail_address_panel(call));
    return guard::render(call, guard::Page{.title = t("einvoicing.nav"),
                                           .body = invoice_list(view),
                                           .status = upload_error.empty() ? 200 : 422,
                                           .topics = {"supplier_invoices"}});
}

http::Response list_supplier_invoices(Call& call)
{
    return supplier_invoices_page(call, {});
}

http::Response show_supplier_invoice(Call& call)
{
    Shown shown{.refusal = call.blank_form<RefuseInvoice>(),
                .payment = call.blank_form<PayInvoice>()};
    if (shown.payment.typed.empty())
        shown.payment.typed = {{"paid_on", call.context().today().text()}};
    return page(call, shown);
}

http::Response create_acceptance(Call& call)
{
    return decide(call, {}, notice_of(call, "accepted"),
                  [&](WorkspaceTransaction& tx) { accept_invoice(tx, id_of(call)); });
}

http::Response create_refusal(Call& call)
{
    Shown shown{.refusal = call.form<RefuseInvoice>()};
    if (!shown.refusal.is_valid()) {
        shown.status = 422;
        return page(call, shown);
    }
    const auto& command = shown.refusal.command;
    return decide(call, shown, notice_of(call, "refused"), [&](WorkspaceTransaction& tx) {
        refuse_invoice(tx, id_of(call),
                       {.reason = command.reason,
                        .words = command.words.value,
                        .seen = command.seen.value_or(InvoiceState::to_check)});
    });
}

http::Response create_dispute(Call& call)
{
    Shown shown{.dispute = call.form<DisputeInvoice>()};
    if (!shown.dispute.is_valid()) {
        shown.status = 422;
        return page(call, shown);
    }
    const auto& command = shown.dispute.command;
    return decide(call, shown, "einvoicing.notice.disputed", [&](WorkspaceTransaction& tx) {
        dispute_invoice(tx, id_of(call), {.reason = command.reason, .words = command.words.value});
    });
}

http::Response create_decision_again(Call& call)
{
    return decide(call, {}, "einvoicing.notice.said_again", [&](WorkspaceTransaction& tx) {
        const auto invoice = supplier_invoice(tx, id_of(call));
        base::refuse_unless(dispatch_all_again(tx, DispatchKind::decision, invoice.id.value) > 0,
                            "einvoicing.refusal.nothing_to_tell");
    });
}

http::Response create_payment(Call& call)
{
    Shown shown{.payment = call.form<PayInvoice>()};
    if (!shown.payment.is_valid()) {
        shown.status = 422;
        return page(call, shown);
    }
    return decide(call, shown, notice_of(call, "paid"), [&](WorkspaceTransaction& tx) {
        pay_invoice(tx, id_of(call), shown.payment.command.paid_on);
    });
}

html::Html to_check_panel(Call& call)
{
    const auto counts = call.context().read(
        [](WorkspaceTransaction& tx) { return SupplierInvoiceStore{tx}.counts(); });
    const auto found = counts.find(InvoiceState::to_check);
    return to_check_card(slug_of(call), found == counts.end() ? 0 : found->second);
}

guard::SubjectKind::Lines supplier_invoice_lines(WorkspaceTransaction& tx,
                                                 const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !actor.may("einvoicing.read")) return lines;
    SupplierInvoiceStore store{tx};
    for (const auto id : ids)
        if (const auto invoice = store.find({id}))
            lines.emplace(id, guard::SubjectLine{.title = invoice->seller_name,
                                                 .detail = invoice->number,
                                                 .path = supplier_invoice_page(invoice->id)});
    return lines;
}

} // namespace einvoicing
