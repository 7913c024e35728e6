#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/sale_documents/editor_parts.hpp"
#include "modules/sale_documents/editor_views.hpp"
#include "modules/sale_documents/origin.hpp"
#include "modules/sale_documents/sums.hpp"

#include <algorithm>

namespace sale_documents
{

using namespace html;
using i18n::t;

namespace parts
{
namespace
{

std::string money(base::Cents amount, const Books& books)
{
    return i18n::money(amount, books.currency);
}

Html figure_row(const std::string& words, const std::string& detail, const std::string& amount)
{
    return div(cls("flex justify-between gap-3 text-13 text-fg-2"),
               dt(words, when(!detail.empty(), span(cls("text-fg-3"), " ", detail))),
               dd(cls("num"), amount));
}

Html rows_of(const Counted& counted, const Books& books)
{
    return each(sums_before_total(counted, books),
                [](const Sum& sum) { return figure_row(sum.label, sum.detail, sum.amount); });
}

Html sentence(const forms::FieldError& error)
{
    return p(cls("err"), ui::icon("circle-alert", "i-sm"), t(error.key, error.params));
}

Html error_of_head(const TypedDocument& document, std::string_view field)
{
    const auto* error = document.errors.find(field);
    return error == nullptr ? none : sentence(*error);
}

bool is_incomplete(const TypedDocument& document)
{
    return std::ranges::any_of(document.lines.lines, [](const TypedLine& line) {
        return has_price(line.kind) && !line.is_blank() && !line.is_countable();
    });
}

std::string total_of(const TypedDocument& document, const Books& books)
{
    const auto& figures = document.counted.figures;
    return money(figures ? figures->totals.gross : base::Cents{}, books);
}

} // namespace

std::string price_words(const TypedDocument& document, const Books& books)
{
    const bool is_gross = document.terms.prices == TypedPrices::gross;
    return money_words(is_gross ? "price_gross" : "price_net", books);
}

Html figures(const TypedDocument& document, const Books& books)
{
    const auto& counted = document.counted;
    const auto* whole = document.errors.find("");
    return div(id("sale-figures"), p(cls("eyebrow"), money_words("total_gross", books)),
               p(cls("num sale-total"), total_of(document, books)),
               when(counted.figures.has_value(),
                    dl(cls("sale-rows"), counted.figures ? rows_of(counted, books) : none)),
               when(!counted.figures && !counted.problem,
                    p(cls("hint"), t("sale_documents.totals.no_line"))),
               when(is_incomplete(document), p(cls("hint"), t("sale_documents.totals.incomplete"))),
               whole == nullptr ? none : sentence(*whole));
}

Html deposit_figures(const TypedDocument& document, const Books& books)
{
    const auto& counted = document.counted;
    if (document.errors.find("deposit") != nullptr)
        return div(id("sale-deposit"), error_of_head(document, "deposit"));
    return div(id("sale-deposit"), each(sums_after_total(counted, books), [](const Sum& sum) {
                   return p(cls("mt-1.5 flex justify-between text-13 text-fg-2"), span(sum.label),
                            span(cls("num font-[560] text-fg"), sum.amount));
               }));
}

Html discount_notes(const TypedDocument& document)
{
    return div(id("sale-discount"), error_of_head(document, "discount"));
}

Html code_notes(const TypedDocument& document)
{
    return div(id("sale-code"), error_of_head(document, "code"));
}

Html bar_total(const TypedDocument& document, const Books& books)
{
    return span(id("sale-bar-total"), cls("num"), total_of(document, books));
}

Html price_heading(const TypedDocument& document, const Books& books)
{
    return span(id("sale-price"), price_words(document, books));
}

Html priced_for(const TypedDocument& document)
{
    return input(type("hidden"), id("sale-priced-for"), name(priced_for_field),
                 value(document.priced.client.text()));
}

Html priced_notice(const TypedDocument& document)
{
    const auto count = document.priced.changed.size();
    const auto words = t("sale_documents.priced.changed", {{"count", std::to_string(count)}});
    return div(
        id("sale-priced"), attribute<"data-say">(count == 0 ? "" : words),
        when(count != 0, div(cls("mt-4"),
                             ui::banner({.tone = ui::Tone::Blue, .icon = "tag", .words = words}))));
}

Html line_total(const TypedDocument& document, std::size_t place, const Books& books)
{
    std::string amount;
    const auto key = static_cast<std::int64_t>(place) + 1;
    if (const auto& figures = document.counted.figures) {
        const auto found = std::ranges::find(figures->lines, key, &billing::LineFigures::key);
        if (found != figures->lines.end()) amount = money(found->net, books);
    }
    const auto line_key = place < document.lines.lines.size() ? document.lines.lines[place].key : 0;
    return span(id("l", line_key, "-total"), amount);
}

Html line_errors(const TypedLine& line, Shown shown)
{
    Html sentences;
    for (const auto field : line_fields) {
        const auto found = line.errors.find(field);
        if (found == line.errors.end()) continue;
        const bool is_of_words = field == "name" || field == "details" || field == "unit";
        const bool is_blank = line.text(field).empty();
        if (shown == Shown::counted && (is_of_words || is_blank)) continue;
        const auto& error = found->second;
        sentences += p(cls("err"), attribute<"data-field">(field_of(line.key, field)),
                       ui::icon("circle-alert", "i-sm"),
                       span(t("sale_documents.line." + std::string{field}),
                            t("sale_documents.colon"), t(error.key, error.params)));
    }
    return div(id("l", line.key, "-errors"), sentences);
}

} // namespace parts

namespace
{

/// What another client changed: nothing says so again while one types on.
Html live_prices(const TypedDocument& document)
{
    const auto& priced = document.priced;
    if (!priced.is_another) return none;
    auto all = group(parts::priced_for(document), parts::priced_notice(document));
    for (const auto& line : document.lines.lines)
        for (const auto field : {std::string_view{"unit_price"}, origin_field})
            if (line.line.origin &&
                (field == origin_field || std::ranges::count(priced.changed, line.key) > 0))
                all += input(id("f-", field_of(line.key, field)), value(line.text(field)));
    return all;
}

} // namespace

Html live_figures(const TypedDocument& document, const Books& books)
{
    auto all = group(parts::figures(document, books), parts::deposit_figures(document, books),
                     parts::discount_notes(document), parts::code_notes(document),
                     parts::bar_total(document, books), parts::price_heading(document, books),
                     live_prices(document));
    for (std::size_t place = 0; place < document.lines.lines.size(); ++place) {
        const auto& line = document.lines.lines[place];
        if (!has_price(line.kind)) continue;
        all += parts::line_total(document, place, books);
        all += parts::line_errors(line, parts::Shown::counted);
    }
    return all;
}

Html saved_document(const SavedDocument& saved, const Books& books)
{
    Html lines;
    for (const auto& typed : saved.document.lines.lines) {
        const auto& line = typed.line;
        const auto facts = has_price(line.kind)
                               ? i18n::quantity(line.quantity) + " " + line.unit + " × " +
                                     i18n::unit_price(line.unit_price, books.currency)
                               : std::string{};
        lines += ui::row({.title = line.name,
                          .detail = line.details,
                          .aside = span(cls("num text-12 text-fg-3"), facts)});
    }
    return ui::card({.title = t("sale_documents.stale.saved"),
                     .id = "saved-document",
                     .count = static_cast<int>(saved.document.lines.lines.size()),
                     .classes = "mb-5"},
                    group(ui::row({.title = saved.title,
                                   .detail = saved.client_name,
                                   .aside = span(cls("num font-[560]"),
                                                 parts::total_of(saved.document, books))}),
                          lines));
}

} // namespace sale_documents
