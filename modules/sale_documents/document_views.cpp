#include "modules/sale_documents/document_views.hpp"

#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/sale_documents/sums.hpp"

#include <algorithm>

namespace sale_documents
{

using namespace html;
using i18n::t;

namespace
{

const billing::LineFigures* figures_of(const DocumentView& view, std::size_t place)
{
    if (!view.counted.figures) return nullptr;
    const auto& lines = view.counted.figures->lines;
    const auto key = static_cast<std::int64_t>(place) + 1;
    const auto found = std::ranges::find(lines, key, &billing::LineFigures::key);
    return found == lines.end() ? nullptr : &*found;
}

/// « 10,6 m² × 14,00 € − 5 % · TVA 20 % »
std::string reckoning(const DocumentView& view, const Line& line)
{
    auto words = i18n::quantity(line.quantity);
    if (!line.unit.empty()) words += "\u00a0" + line.unit;
    words += " × " + i18n::unit_price(line.unit_price, view.books.currency);
    if (line.discount != base::Rate{}) words += " − " + i18n::rate(line.discount);
    if (const auto* choice = billing::find_tax_choice(line.tax)) words += " · " + t(choice->name);
    return words;
}

Html words_of(const Line& line, const std::string& below)
{
    return group(when(!line.name.empty(), p(cls("break-words font-[560]"), line.name)),
                 when(!line.details.empty(),
                      p(cls("whitespace-pre-line break-words text-14 text-fg-2"), line.details)),
                 when(!below.empty(), p(cls("num text-13 text-fg-2"), below)));
}

Html amount_of(const DocumentView& view, std::size_t place)
{
    const auto* figures = figures_of(view, place);
    if (figures == nullptr) return none;
    return span(cls("num shrink-0 font-[560]"),
                i18n::money(figures->typed.amount, view.books.currency));
}

Html option_mark(const DocumentView& view, const Line& line)
{
    if (line.kind != LineKind::option || view.options == Options::chosen) return none;
    return div(cls("mt-1"),
               ui::badge(t(line.is_ticked ? "sale_documents.paper.option_taken"
                                          : "sale_documents.paper.option"),
                         line.is_ticked ? ui::Tone::Brand : ui::Tone::Gray, ui::Dot::No));
}

/// The whole line is the target of the box: a thumb finds it.
Html choice_row(const DocumentView& view, std::size_t place)
{
    const auto& line = view.lines[place];
    const auto box = "option-" + std::to_string(place + 1);
    return li(
        cls("border-t border-line first:border-t-0"),
        label(attribute<"for">(box),
              cls("flex min-h-11 cursor-pointer items-start gap-3 px-4 py-3"),
              input(type("checkbox"), id(box), name("option"), value(std::to_string(place + 1)),
                    cls("mt-1 size-5 shrink-0"), when(line.is_ticked, flag<"checked">())),
              div(cls("min-w-0 flex-1"), words_of(line, reckoning(view, line)),
                  span(cls("text-13 text-fg-2"), t("sale_documents.choice.option"))),
              amount_of(view, place)));
}

Html row_of(const DocumentView& view, std::size_t place)
{
    const auto& line = view.lines[place];
    if (line.kind == LineKind::section)
        return li(cls("border-t border-line bg-bg px-4 py-2.5 first:border-t-0"),
                  h3(cls("text-14 font-[600]"), line.name),
                  when(!line.details.empty(), p(cls("text-13 text-fg-2"), line.details)));
    if (line.kind == LineKind::text)
        return li(cls("border-t border-line px-4 py-3 text-fg-2 first:border-t-0"),
                  words_of(line, {}));
    if (line.kind == LineKind::option && view.options == Options::chosen)
        return choice_row(view, place);
    return li(
        cls("flex items-start gap-3 border-t border-line px-4 py-3 first:border-t-0"),
        div(cls("min-w-0 flex-1"), words_of(line, reckoning(view, line)), option_mark(view, line)),
        amount_of(view, place));
}

Html sum_row(const std::string& label, const std::string& detail, const std::string& amount)
{
    return div(cls("flex items-baseline gap-3 py-1"),
               dt(cls("min-w-0 flex-1 text-14 text-fg-2"), label,
                  when(!detail.empty(), span(cls("num text-13"), " ", detail))),
               dd(cls("num shrink-0 text-14"), amount));
}

Html rows_of(const std::vector<Sum>& sums)
{
    return each(sums, [](const Sum& sum) { return sum_row(sum.label, sum.detail, sum.amount); });
}

} // namespace

std::string total_words(const DocumentView& view)
{
    if (!view.counted.figures) return {};
    return i18n::money(view.counted.figures->totals.gross, view.books.currency);
}

Html document_lines(const DocumentView& view)
{
    Html rows;
    for (std::size_t place = 0; place < view.lines.size(); ++place)
        rows += row_of(view, place);
    return ul(cls("list-none"), rows);
}

Html document_sums(const DocumentView& view)
{
    if (!view.counted.figures)
        return p(cls("text-14 text-fg-2"), t("sale_documents.totals.incomplete"));
    return dl(rows_of(sums_before_total(view.counted, view.books)),
              div(cls("my-1.5 flex items-baseline gap-3 border-y border-line py-2"),
                  dt(cls("flex-1 font-[600]"), money_words("total_gross", view.books)),
                  dd(cls("num text-18 font-[640]"), total_words(view))),
              rows_of(sums_after_total(view.counted, view.books)));
}

} // namespace sale_documents
