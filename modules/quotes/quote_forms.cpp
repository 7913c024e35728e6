#include "modules/quotes/quote_forms.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/forms/money_types.hpp"

#include <algorithm>

namespace quotes
{
namespace
{

/// The fields of the head: what a page shows again is looked up among few.
forms::Typed head_of(const forms::Typed& typed)
{
    forms::Typed head;
    for (const auto& [name, text] : typed)
        if (name.find('.') == std::string::npos) head.emplace_back(name, text);
    return head;
}

SizeOf size_typed(forms::Form<SaveQuote>& form, std::string_view field, const std::string& text,
                  SizeUnit unit)
{
    if (text.empty()) return {};
    base::Rate rate;
    base::Cents amount;
    const auto error = unit == SizeUnit::percent
                           ? forms::FieldType<base::Rate>::read({text}, rate)
                           : forms::FieldType<base::Cents>::read({text}, amount);
    if (error) form.errors.add(field, error->key, error->params);
    const auto size = unit == SizeUnit::percent ? rate.value : amount.value;
    if (error || size == 0) return {};
    return {unit == SizeUnit::percent ? SizeKind::percent : SizeKind::amount, size};
}

Quote applied(forms::Form<SaveQuote>& form, Quote quote)
{
    const auto& typed = form.command;
    quote.client_id = typed.client;
    quote.title = typed.title.value;
    quote.search_key = base::fold(quote.title);
    quote.valid_until = typed.valid_until;
    quote.delay = typed.delay.value;
    quote.note = typed.note.value;
    quote.prices = typed.prices.value_or(TypedPrices::net);
    const auto discount = size_typed(form, "discount", typed.discount.value,
                                     typed.discount_unit.value_or(SizeUnit::percent));
    const auto deposit = size_typed(form, "deposit", typed.deposit.value,
                                    typed.deposit_unit.value_or(SizeUnit::percent));
    quote.discount_kind = discount.kind;
    quote.discount_size = discount.size;
    quote.deposit_kind = deposit.kind;
    quote.deposit_size = deposit.size;
    return quote;
}

std::string typed_size(const SizeOf& size)
{
    if (size.kind == SizeKind::none) return {};
    auto text = size.kind == SizeKind::percent
                    ? base::shortest_decimal(size.size, base::decimal_places)
                    : base::plain_amount({size.size});
    std::ranges::replace(text, '.', ',');
    return text;
}

std::string unit_of(const SizeOf& size)
{
    return size.kind == SizeKind::amount ? "amount" : "percent";
}

int lines_worth(const TypedLines& typed)
{
    return static_cast<int>(
        std::ranges::count_if(typed.lines, [](const TypedLine& line) { return !line.is_blank(); }));
}

} // namespace

Counted count_typed(const Quote& quote, const TypedLines& typed, const Books& books)
{
    std::vector<Line> lines;
    for (const auto& line : typed.lines)
        lines.push_back(line.is_countable() ? line.line : Line{.kind = LineKind::text});
    return counted(quote, lines, books);
}

QuoteForm read_quote(const forms::Typed& typed, const Quote& saved, const Books& books)
{
    QuoteForm form{.head = forms::bind<SaveQuote>(head_of(typed)),
                   .lines = read_lines(typed, books.regime),
                   .quote = {},
                   .counted = {}};
    form.quote = applied(form.head, saved);
    if (lines_worth(form.lines) > lines_max)
        form.head.errors.add("", "quotes.refusal.too_many_lines",
                             {{"max", std::to_string(lines_max)}});
    form.counted = count_typed(form.quote, form.lines, books);
    const auto& problem = form.counted.problem;
    if (problem && form.lines.is_valid())
        form.head.errors.add(form.counted.field, problem->key, problem->params);
    return form;
}

QuoteForm shown_quote(const Quote& saved, const std::vector<Line>& lines, const Books& books)
{
    QuoteForm form{.head = {}, .lines = typed_lines(lines), .quote = saved, .counted = {}};
    form.head.typed = {{"client", saved.client_id.text()},
                       {"title", saved.title},
                       {"valid_until", saved.valid_until.text()},
                       {"delay", saved.delay},
                       {"note", saved.note},
                       {"prices", std::string{forms::enum_name(saved.prices)}},
                       {"discount", typed_size(saved.discount())},
                       {"discount_unit", unit_of(saved.discount())},
                       {"deposit", typed_size(saved.deposit())},
                       {"deposit_unit", unit_of(saved.deposit())},
                       {"version", std::to_string(saved.version)}};
    form.counted = counted(saved, lines, books);
    return form;
}

} // namespace quotes
