#include "modules/invoices/issuing_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_paper.hpp"
#include "modules/invoices/sums_views.hpp"

namespace invoices
{

using namespace html;
using i18n::t;

namespace
{

Url under(const IssuingView& view, const char* end)
{
    return checked_local(route("/e/{}/factures/{}", view.slug, view.invoice.id).text() + end);
}

Html missing_row(const IssuingView& view, const Missing& missing)
{
    const auto path = missing.path.empty() ? std::string{} : "/e/" + view.slug + missing.path;
    return li(cls("flex flex-wrap items-baseline gap-2 px-4 py-2"), span(missing.sentence),
              when(!missing.rule.empty(), span(cls("num text-12 text-fg-3"), missing.rule)),
              path.empty() ? none : ui::link(checked_local(path), t("invoices.missing.mend")));
}

Html missing_card(const IssuingView& view)
{
    if (view.missing.empty()) return none;
    return ui::card({.title = t("invoices.missing.title"), .id = "missing", .classes = "mb-5"},
                    ul(cls("list-none py-2 text-14"), each(view.missing, [&](const Missing& one) {
                           return missing_row(view, one);
                       })));
}

Html buyer_card(const IssuingView& view)
{
    if (!view.asks_buyer || !view.may_manage) return none;
    auto siren = view.buyer_fields.field("siren");
    siren.is_numeric = true;
    return ui::card({.title = t("invoices.buyer.title"), .id = "buyer", .classes = "mb-5"},
                    ui::card_body(ui::form(
                        {.action = under(view, "/client"), .guard = view.guard},
                        div(cls("grid gap-4 sm:grid-cols-2"), ui::input_field(siren),
                            ui::input_field(view.buyer_fields.field("vat_number"))),
                        ui::form_actions(ui::submit({.label = t("invoices.buyer.submit")})))));
}

Html what_leaves(const IssuingView& view)
{
    const auto shown = shown_lines(view.invoice, view.lines, view.counted);
    const sale_documents::DocumentView document{
        .lines = shown.lines, .counted = shown.counted, .books = view.books};
    return ui::card({.title = t("invoices.issuing.what"), .id = "what", .classes = "mb-5"},
                    group(document_lines(document), ui::card_body(invoice_sums(document))));
}

Html version(const IssuingView& view)
{
    return ui::hidden_field("version", std::to_string(view.invoice.version));
}

Html issue_card(const IssuingView& view)
{
    if (!view.may_manage || !view.missing.empty()) return none;
    auto email = view.fields.field("email");
    email.type = "email";
    const std::vector<ui::Choice> ways{
        {.value = "mail", .label = t("invoices.way.mail"), .hint = t("invoices.way.mail_hint")},
        {.value = "hand", .label = t("invoices.way.hand"), .hint = t("invoices.way.hand_hint")}};
    return ui::card(
        {.title = t("invoices.issuing.how"), .id = "how", .classes = "mb-5"},
        ui::card_body(group(
            p(cls("mb-4 text-14 text-fg-2"), issuing_words(view.invoice, "after")),
            ui::form({.action = under(view, "/emission"), .guard = view.guard}, version(view),
                     ui::radio_group(view.fields.field("way"), ways),
                     ui::input_field(view.fields.field("name")), ui::input_field(email),
                     ui::text_area(view.fields.field("words"), 3),
                     ui::form_actions(ui::submit({.label = issuing_words(view.invoice, "submit"),
                                                  .icon = "send",
                                                  .kind = ui::ButtonKind::Primary}))))));
}

Html other_ways(const IssuingView& view)
{
    if (!view.may_manage) return none;
    const auto check =
        ui::form({.action = under(view, "/validation"), .guard = view.guard, .classes = ""},
                 version(view), ui::submit({.label = t("invoices.issuing.check")}));
    const auto remove = ui::form({.action = under(view, "/suppression"),
                                  .guard = view.guard,
                                  .classes = "",
                                  .confirm = t("invoices.removal.confirm")},
                                 version(view),
                                 ui::submit({.label = t("invoices.removal.submit"),
                                             .icon = "trash-2",
                                             .kind = ui::ButtonKind::Ghost}));
    const bool is_checkable = view.invoice.state == InvoiceState::draft && view.missing.empty();
    return div(cls("flex flex-wrap gap-2"), is_checkable ? check : none, remove);
}

} // namespace

std::string issuing_words(const Invoice& invoice, const std::string& end)
{
    const bool is_credit = invoice.kind == InvoiceKind::credit_note;
    return t((is_credit ? "invoices.issuing_credit." : "invoices.issuing.") + end);
}

Html issuing_form(const IssuingView& view)
{
    return div(cls("mx-auto w-full max-w-[720px] px-4 py-6"),
               h1(cls("h1 mb-1 break-words"), view.invoice.title),
               p(cls("mb-5 text-14 text-fg-2"), view.client_name), view.fields.summary(),
               view.buyer_fields.summary(),
               view.notice.empty() ? none : div(cls("mb-5"), view.notice), missing_card(view),
               buyer_card(view), what_leaves(view), issue_card(view), other_ways(view));
}

} // namespace invoices
