#include "kernel/base/text.hpp"
#include "kernel/documents/letterhead.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/cancelled_quote_actions.hpp"
#include "modules/invoices/invoice_count_actions.hpp"
#include "modules/invoices/invoice_forms.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/invoice_paper.hpp"
#include "modules/invoices/invoice_words.hpp"
#include "modules/invoices/kept_regime_pages.hpp"
#include "modules/invoices/terms_store.hpp"

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;
using namespace html;

struct Shown {
    int status = 200;
    bool is_unsaved = false;
    bool is_stale = false;
    int focus_key = 0;
    Html catalogue{};
};

Html top_of(Call& call, const Invoice& invoice)
{
    const auto slug = slug_of(call);
    const auto preview = ui::link_button(under(slug, invoice.id, "/apercu"),
                                         {.label = t("invoices.editor.preview"),
                                          .icon = "eye",
                                          .more = attribute<"data-turbo">("false")});
    if (!call.may("invoices.manage")) return preview;
    return group(div(cls("hidden md:block"), preview),
                 ui::link_button(under(slug, invoice.id, "/emission"),
                                 {.label = t("invoices.issuing.open"), .icon = "send"}),
                 ui::submit({.label = t("invoices.editor.save"),
                             .kind = ui::ButtonKind::Primary,
                             .hotkey = "Mod+Enter",
                             .more = form_id(sale_documents::editor_form)}));
}

Html quote_notice(Call& call, const Invoice& invoice)
{
    const auto number =
        call.context().read([&](WorkspaceTransaction& tx) { return cancelled_quote(tx, invoice); });
    if (number.empty()) return kept_regime_notice(call, invoice.quote_id);
    return ui::banner({.tone = ui::Tone::Amber,
                       .icon = "circle-alert",
                       .words = t("invoices.missing.quote_cancelled", {{"number", number}})});
}

Html head(const guard::FormView& fields, const std::vector<ui::Choice>& clients)
{
    auto title = fields.field("title");
    title.length_max = static_cast<int>(title_length_max);
    auto days = fields.field("payment_days");
    days.type = "number";
    days.is_numeric = true;
    return div(cls("sale-head"), ui::select_field(fields.field("client"), clients),
               ui::input_field(title), ui::input_field(days));
}

Html below(const guard::FormView& fields, const Books& books)
{
    auto delivered = fields.field("delivered_on");
    delivered.type = "date";
    std::vector<ui::Choice> natures;
    for (const char* code : {"services", "goods", "mixed"})
        natures.push_back({.value = code, .label = t("invoices.nature." + std::string{code})});
    return div(cls("mt-6 grid gap-4 sm:grid-cols-2"), ui::input_field(delivered),
               ui::select_field(fields.field("nature"), natures),
               ui::select_field(fields.field("prices"), sale_documents::price_choices(books)),
               div(cls("sm:col-span-2"), ui::text_area(fields.field("note"), 3)));
}

Html editor_of(Call& call, const OpenedInvoice& open, const InvoiceForm& form, const Shown& shown)
{
    const auto books = sale_documents::books_of(call.context().workspace());
    const guard::FormView fields{form.head, "invoices.field"};
    const auto slug = slug_of(call);
    const ui::Choice own{.value = open.invoice.client_id.text(), .label = open.client_name};
    std::optional<Url> catalogue;
    if (sale_documents::has_catalogue(call))
        catalogue = checked_local(invoices_path(slug).text() + "/catalogue");
    return sale_documents::editor(
        {.action = invoice_path(slug, open.invoice.id),
         .guard = guard::form_guard(call),
         .document = form.document(),
         .books = books,
         .fields = fields,
         .version = std::string{form.head.typed_value("version")},
         .heading = t("invoices.editor.title",
                      {{"title", form.invoice.title}, {"client", open.client_name}}),
         .notice = shown.is_stale
                       ? sale_documents::stale_notice(t("invoices.refusal.changed_meanwhile"), none)
                       : quote_notice(call, open.invoice),
         .head = head(fields, client_choices(call, own)),
         .below = below(fields, books),
         .deposit = sale_documents::Deposit::never,
         .proposals = sale_documents::Proposals::never,
         .may_edit = call.may("invoices.manage"),
         .is_unsaved = shown.is_unsaved,
         .focus_key = shown.focus_key,
         .catalogue_path = catalogue,
         .catalogue = shown.catalogue});
}

http::Response editor_page(Call& call, const OpenedInvoice& open, const InvoiceForm& form,
                           const Shown& shown)
{
    const auto crumbs = group(
        ui::breadcrumbs(
            {{t("invoices.nav"), invoices_path(slug_of(call))}, {open.invoice.title, {}}}),
        div(cls("hidden sm:block"), ui::badge(document_words(open.invoice.state), ui::Tone::Gray)));
    return guard::render(call, guard::Page{.title = open.invoice.title + " · " + open.client_name,
                                           .body = editor_of(call, open, form, shown),
                                           .top = top_of(call, open.invoice),
                                           .breadcrumbs = crumbs,
                                           .status = shown.status,
                                           .has_tab_bar = false,
                                           .is_data_only = shown.status == 200 && !shown.is_unsaved,
                                           .topics = {"invoice:" + open.invoice.id.text()}});
}

http::Response stepped_page(Call& call, const OpenedInvoice& open, InvoiceForm form,
                            std::string_view step)
{
    const auto& invoice = form.invoice;
    const auto stepped =
        sale_documents::take_step(call, form.lines, step, invoice.prices, invoice.client_id);
    const auto books = sale_documents::books_of(call.context().workspace());
    take_code(call, form, books);
    form.head.errors = {};
    return editor_page(
        call, open, form,
        {.is_unsaved = true, .focus_key = stepped.focus_key, .catalogue = stepped.catalogue});
}

/// What the saved invoice sells to the same client is no longer asked about.
void check_territory(Call& call, InvoiceForm& form, const OpenedInvoice& open)
{
    const auto client = form.invoice.client_id;
    const bool is_same = client == open.invoice.client_id;
    sale_documents::check_territory(
        call, form.lines, {.client = client, .kept = is_same ? open.lines : std::vector<Line>{}});
}

/// What is typed stays, on top of what is saved.
http::Response stale_page(Call& call, InvoiceForm form)
{
    const auto open = opened(call);
    for (auto& [name, value] : form.head.typed)
        if (name == "version") value = std::to_string(open.invoice.version);
    return editor_page(call, open, form, {.status = 409, .is_unsaved = true, .is_stale = true});
}

/// What was typed, at the prices of the client who was chosen.
InvoiceForm typed_form(Call& call, const OpenedInvoice& open, const forms::Typed& typed)
{
    auto document = sale_documents::at_client_prices(call, typed, open.invoice.client_id);
    auto form = read_invoice(document.typed, open.invoice,
                             sale_documents::books_of(call.context().workspace()));
    form.priced = std::move(document.priced);
    return form;
}

http::Response saved_answer(Call& call, const OpenedInvoice& open, const InvoiceForm& form)
{
    const auto to = invoice_path(slug_of(call), open.invoice.id).text();
    const auto changed = form.priced.changed.size();
    if (changed == 0) return call.redirect(to, "invoices.notice.saved");
    return call.redirect(to, "invoices.notice.saved_at_prices",
                         {{"count", std::to_string(changed)}});
}

} // namespace

http::Response show_invoice(Call& call)
{
    const auto open = opened(call);
    if (!is_open(open.invoice.state)) return issued_invoice_page(call, open);
    if (!has_typed_lines(open.invoice.kind))
        return call.redirect(under(slug_of(call), open.invoice.id, "/emission").text());
    const auto books = sale_documents::books_of(call.context().workspace());
    const auto kept = call.blank_form<SaveInvoice>();
    if (kept.typed.empty() || !call.may("invoices.manage"))
        return editor_page(call, open, shown_invoice(open.invoice, open.lines, books), {});
    auto form = typed_form(call, open, kept.typed);
    take_code(call, form, books);
    return editor_page(call, open, form, {.is_unsaved = true});
}

http::Response update_invoice(Call& call)
{
    const auto open = opened(call);
    const auto books = sale_documents::books_of(call.context().workspace());
    const auto& typed = call.request().form;
    auto form = typed_form(call, open, typed.all());
    if (const auto step = typed.get("step"); !step.empty())
        return stepped_page(call, open, std::move(form), step);
    take_code(call, form, books);
    check_territory(call, form, open);
    if (!form.is_valid()) return editor_page(call, open, form, {.status = 422, .is_unsaved = true});

    const auto& figures = form.counted.figures;
    form.invoice.gross.reset();
    form.invoice.net.reset();
    if (figures) ask(form.invoice, *figures);
    const auto seen = form.head.command.version ? form.head.command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_invoice(tx, form.invoice, lines_of(form.lines), seen);
        });
    } catch (const base::Refusal& refusal) {
        if (refusal.code != "invoices.refusal.changed_meanwhile") throw;
        return stale_page(call, std::move(form));
    }
    return saved_answer(call, open, form);
}

http::Response count_invoice(Call& call)
{
    const auto open = opened(call);
    const auto books = sale_documents::books_of(call.context().workspace());
    auto form = typed_form(call, open, call.request().form.all());
    take_code(call, form, books);
    return http::Response::html(live_figures(form.document(), books).text());
}

http::Response show_draft_paper(Call& call)
{
    const auto open = opened(call);
    const auto& context = call.context();
    const auto& workspace = context.workspace();
    InvoicePaper paper{
        .invoice = open.invoice, .lines = open.lines, .books = sale_documents::books_of(workspace)};
    context.read([&](WorkspaceTransaction& tx) {
        paper.parties = sale_documents::parties_today(tx, open.invoice.client_id);
        paper.buyer = TermsStore{tx}.buyer(open.invoice.client_id);
        paper.terms = terms_of(tx);
        paper.look = sale_documents::look_today(tx, look_type_of(open.invoice.kind));
        paper.counted = figures_of(tx, open.invoice, open.lines);
    });
    if (paper.counted.problem)
        throw base::Refusal{paper.counted.problem->key, paper.counted.problem->params};
    paper.from = documents::letterhead_of(context);
    paper.colour = documents::paper_colour(workspace);
    paper.made_at = context.now();
    auto response = http::Response::text({});
    response.headers.set("Content-Type", "application/pdf");
    response.headers.set("Content-Disposition",
                         files::content_disposition("inline", "facture-brouillon.pdf"));
    response.headers.set("Cache-Control", "no-store");
    response.body = documents::pdf_of(paper_of(std::move(paper)));
    return response;
}

http::Response delete_invoice(Call& call)
{
    const auto id = call.path_id<InvoiceId>("invoice");
    const auto form = call.form<RemoveInvoice>();
    base::refuse_unless(form.is_valid(), "invoices.refusal.changed_since");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_invoice(tx, id, form.command.version.value); });
    return call.redirect(invoices_path(slug_of(call)).text(), "invoices.notice.removed");
}

} // namespace invoices
