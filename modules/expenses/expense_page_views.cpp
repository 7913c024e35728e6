#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/expense_filter_pages.hpp"
#include "modules/expenses/expense_views.hpp"
#include "modules/expenses/owed_tax.hpp"

namespace expenses
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* receipt_types = "image/*,application/pdf";

Url under(const ExpenseView& view, const char* end)
{
    return checked_local(expense_path(view.slug, view.expense.id).text() + end);
}

Html badges(const Expense& expense)
{
    const auto one = [](const char* code, ui::Tone tone) {
        return ui::badge(t(std::string{"expenses.state."} + code), tone);
    };
    const auto cancelled = ui::badge(words_of(expense.kind(), "state.cancelled"), ui::Tone::Gray);
    return group(when(expense.takes_back, one("credit_note", ui::Tone::Gray)),
                 when(expense.cancelled_at.has_value(), cancelled),
                 when(!expense.checked_at, one("unchecked", ui::Tone::Blue)),
                 when(is_on_draft(expense), one("on_draft", ui::Tone::Violet)),
                 when(!expense.recovered_by.empty(), one("recovered", ui::Tone::Green)),
                 when(is_recoverable(expense), one("recoverable", ui::Tone::Violet)),
                 when(lacks_receipt(expense), one("missing", ui::Tone::Amber)));
}

Html num(const std::string& words)
{
    return words.empty() ? none : span(cls("num"), words);
}

std::string trip_words(const ExpenseView& view)
{
    const auto& expense = view.expense;
    if (!expense.distance || !expense.distance_price) return {};
    return t("expenses.trip.words",
             {{"distance", i18n::quantity(*expense.distance)},
              {"price", i18n::unit_price(*expense.distance_price, view.currency)}});
}

std::vector<ui::Property> facts(const ExpenseView& view)
{
    const auto& expense = view.expense;
    std::vector<ui::Property> all{
        {t("expenses.field.number"), num(expense.number)},
        {t("expenses.field.spent_on"), num(i18n::long_date(expense.spent_on))},
        {t("expenses.field.type"), text(view.type_name)},
        {t("expenses.field.supplier"), text(expense.supplier)},
        {t("expenses.field.credited"),
         view.credited.empty()
             ? none
             : ui::link(expense_path(view.slug, *expense.credited_id), view.credited)},
        {t("expenses.field.trip"), num(trip_words(view))},
        {t("expenses.field.net"), num(i18n::money(expense.counted(expense.net()), view.currency))}};
    for (const auto& tax : paid_taxes(expense))
        all.push_back(
            {tax.code + " " + i18n::rate(tax.rate), num(i18n::money(tax.amount, view.currency))});
    if (const auto owed = owed_tax(expense))
        all.push_back(
            {t("expenses.field.owed"), num(i18n::rate(owed->tax.rate) + " · " +
                                           i18n::money(owed->tax.amount, view.currency))});
    all.push_back({t("expenses.field.gross"),
                   num(i18n::money(expense.counted(expense.gross), view.currency))});
    all.push_back({t("expenses.field.deductible"),
                   num(i18n::rate(expense.deductible) + " · " +
                       i18n::money(expense.counted(base::times(expense.cost(), expense.deductible)),
                                   view.currency))});
    all.push_back({words_of(expense.kind(), "field.means"),
                   text(means_words(expense.means, expense.kind()))});
    all.push_back(
        {t("expenses.field.category"), text(category_words(expense.category, expense.kind()))});
    all.push_back({t("expenses.field.client"), text(view.client_name)});
    all.push_back({t("expenses.field.recovered_by"), num(expense.recovered_by)});
    all.push_back(
        {t("expenses.field.made"),
         text(t("expenses.made",
                {{"who", view.author}, {"at", i18n::date_and_time(expense.made_at, view.zone)}}))});
    return all;
}

std::string file_words(const files::File& file)
{
    if (file.state == files::State::refused)
        return t("expenses.receipt.refused",
                 {{"reason", t(file.refusal, {{"value", file.refused_value}})}});
    if (file.state == files::State::waiting) return t("expenses.receipt.waiting");
    return i18n::file_size(file.bytes);
}

Html receipt_row(const ReceiptView& receipt)
{
    const auto picture = receipt.thumbnail ? img(src(*receipt.thumbnail), alt(""),
                                                 cls("size-12 rounded-md object-cover"))
                                           : ui::tile("file-text", ui::Tone::Blue);
    const auto name =
        receipt.open ? ui::link(*receipt.open, receipt.file.name) : span(receipt.file.name);
    return div(cls("flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0"),
               picture,
               div(cls("min-w-0 flex-1"), p(cls("break-words"), name),
                   p(cls("text-12 text-fg-3"), file_words(receipt.file))));
}

Html receipt_form(const ExpenseView& view)
{
    if (!view.may_write || view.expense.cancelled_at) return none;
    return ui::card_body(
        ui::form({.action = under(view, "/justificatifs"), .guard = view.guard, .has_files = true},
                 ui::files_field({.name = "files",
                                  .label = t("expenses.receipt.add"),
                                  .hint = t("expenses.form.receipts_hint"),
                                  .error = view.receipt_error},
                                 receipt_types),
                 ui::form_actions(
                     ui::submit({.label = t("expenses.receipt.submit"),
                                 .kind = lacks_receipt(view.expense) ? ui::ButtonKind::Primary
                                                                     : ui::ButtonKind::Plain}))));
}

Html receipts_card(const ExpenseView& view)
{
    const auto nothing =
        view.expense.distance ? t("expenses.receipt.of_trip") : t("expenses.receipt.none");
    const auto rows = view.receipts.empty() ? ui::card_body(p(cls("text-13 text-fg-3"), nothing))
                                            : each(view.receipts, receipt_row);
    return ui::card({.title = t("expenses.receipt.title"),
                     .id = "justificatifs",
                     .count = static_cast<int>(view.receipts.size())},
                    group(rows, receipt_form(view)));
}

/// On the client's next invoice, in one click.
Html billing_form(const ExpenseView& view)
{
    if (!view.may_bill) return none;
    return ui::form({.action = under(view, "/facture"), .guard = view.guard},
                    ui::form_actions(ui::submit({.label = t("expenses.billed.submit_one"),
                                                 .icon = "receipt",
                                                 .kind = ui::ButtonKind::Primary})),
                    hr(cls("my-4 border-line")));
}

Html draft_card(const ExpenseView& view)
{
    if (!view.billed_on) return none;
    const auto again = ui::form(
        {.action = under(view, "/reprise"), .guard = view.guard, .classes = "flex"},
        ui::submit({.label = t("expenses.billed.take_back"), .kind = ui::ButtonKind::Ghost}));
    return ui::card({.title = t("expenses.recover.title"), .id = "refacturation"},
                    ui::card_body(group(
                        p(cls("mb-3 text-13 text-fg-2"),
                          t("expenses.billed.words", {{"client", view.client_name}})),
                        div(cls("flex flex-wrap items-center gap-2"),
                            ui::link_button(*view.billed_on, {.label = t("expenses.billed.open"),
                                                              .icon = "receipt"}),
                            when(view.may_write, again)))));
}

Html recovery_card(const ExpenseView& view)
{
    if (is_on_draft(view.expense)) return draft_card(view);
    if (!view.may_write || !is_recoverable(view.expense)) return none;
    return ui::card(
        {.title = t("expenses.recover.title"), .id = "refacturation"},
        ui::card_body(group(
            p(cls("mb-3 text-13 text-fg-2"),
              t("expenses.recover.words", {{"client", view.client_name}})),
            billing_form(view),
            ui::form({.action = under(view, "/refacturation"), .guard = view.guard},
                     ui::input_field({.name = "document",
                                      .label = t("expenses.field.document"),
                                      .hint = t("expenses.field.document_hint"),
                                      .error = view.document_error,
                                      .is_required = true}),
                     ui::form_actions(ui::submit({.label = t("expenses.recover.submit")}))))));
}

Html tools(const ExpenseView& view)
{
    const auto& expense = view.expense;
    if (!view.may_write || expense.cancelled_at || expense.recovered_at) return none;
    return div(cls("flex flex-wrap items-center gap-2"),
               ui::link_button(
                   under(view, "/modification"),
                   {.label = t(expense.checked_at ? "expenses.edit.title" : "expenses.edit.check"),
                    .icon = "pencil",
                    .kind = expense.checked_at ? ui::ButtonKind::Plain : ui::ButtonKind::Primary}),
               ui::form({.action = under(view, "/annulation"),
                         .guard = view.guard,
                         .classes = "flex",
                         .confirm = words_of(expense.kind(), "cancel.question",
                                             {{"number", expense.number}})},
                        ui::submit({.label = words_of(expense.kind(), "cancel.submit"),
                                    .kind = ui::ButtonKind::Ghost})));
}

/// A tax that is declared and borne: what is due, and what to do.
Html borne_words(const ExpenseView& view)
{
    const auto owed = owed_tax(view.expense);
    if (!owed || owed->bearing != Bearing::borne || view.expense.cancelled_at) return none;
    return ui::banner(
        {.tone = ui::Tone::Amber,
         .icon = "triangle-alert",
         .words = words_of(view.expense.kind(), "owed.borne",
                           {{"amount", i18n::money(view.expense.owed_cost, view.currency)},
                            {"month", i18n::month_and_year(view.expense.spent_on)}})});
}

/// What was taken back of it, and the way to take back more.
Html credit_notes_card(const ExpenseView& view)
{
    const auto add = view.may_write && may_be_taken_back(view.expense) && view.expense.checked_at
                         ? ui::link_button(route("/e/{}/depenses/nouvelle", view.slug)
                                               .with("avoir_sur", view.expense.id.text()),
                                           {.label = t("expenses.credit.add"), .icon = "undo-2"})
                         : none;
    if (view.credit_notes.empty()) return div(add);
    const auto row = [&](const CreditedRow& note) {
        return ui::row_link(
            expense_path(view.slug, note.id),
            {.title = note.number,
             .detail = i18n::long_date(note.spent_on),
             .aside = span(cls("num font-[560]"), i18n::money(-note.gross, view.currency))});
    };
    return ui::card({.title = t("expenses.credit.title"),
                     .id = "avoirs",
                     .count = static_cast<int>(view.credit_notes.size())},
                    group(each(view.credit_notes, row), ui::card_body(div(add))));
}

} // namespace

Html expense_page(const ExpenseView& view)
{
    const auto& expense = view.expense;
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-5 px-4 py-6"),
               div(h1(cls("h1 mb-2 break-words"), expense.description),
                   p(cls("num mb-3 text-20 font-[640]"),
                     i18n::money(expense.counted(expense.gross), view.currency)),
                   div(cls("flex flex-wrap items-center gap-2"), badges(expense))),
               tools(view), borne_words(view), receipts_card(view), recovery_card(view),
               credit_notes_card(view),
               ui::card({.title = t("expenses.details"), .id = "details"},
                        ui::card_body(ui::properties(facts(view)))));
}

} // namespace expenses
