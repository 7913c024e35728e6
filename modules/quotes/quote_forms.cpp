#include "modules/quotes/quote_forms.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/forms/money_types.hpp"

#include <algorithm>

namespace quotes
{
namespace
{

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
    const auto discount =
        sale_documents::read_size(form.errors, "discount", typed.discount.value,
                                  typed.discount_unit.value_or(SizeUnit::percent));
    const auto deposit = sale_documents::read_size(form.errors, "deposit", typed.deposit.value,
                                                   typed.deposit_unit.value_or(SizeUnit::percent));
    quote.discount_kind = discount.kind;
    quote.discount_size = discount.size;
    quote.deposit_kind = deposit.kind;
    quote.deposit_size = deposit.size;
    return quote;
}

std::string code_in(const Quote& quote)
{
    const auto promotion = pricebook::promotion_from(quote.promotion);
    return promotion ? promotion->code : std::string{};
}

/// What the code that was typed takes off. Who may not read prices keeps the one that is saved,
/// which is checked when the quote is sent.
std::string promotion_typed(guard::Call& call, QuoteForm& form)
{
    const auto& quote = form.quote;
    const std::string_view typed = form.head.command.code.value;
    const bool is_saved = !typed.empty() && typed == code_in(quote);
    if (is_saved && !sale_documents::has_catalogue(call)) return quote.promotion;
    return pricebook::frozen(
        sale_documents::read_code(call, form.head.errors,
                                  {.text = typed,
                                   .bearer = {.document = sale_documents::CodeDocument::quote,
                                              .id = quote.id.value,
                                              .client = quote.client_id},
                                   .lines = form.lines}));
}

} // namespace

QuoteForm read_quote(const forms::Typed& typed, const Quote& saved, const Books& books)
{
    QuoteForm form{.head = forms::bind<SaveQuote>(sale_documents::head_of(typed)),
                   .lines = sale_documents::read_lines(typed, books.regime),
                   .quote = {},
                   .counted = {}};
    form.quote = applied(form.head, saved);
    form.counted = count_typed(form.quote.terms(), form.lines, books);
    check_whole(form.head.errors, form.lines, form.counted);
    return form;
}

void take_code(guard::Call& call, QuoteForm& form, const Books& books)
{
    form.quote.promotion = promotion_typed(call, form);
    form.counted = count_typed(form.quote.terms(), form.lines, books);
}

QuoteForm shown_quote(const Quote& saved, const std::vector<Line>& lines, const Books& books)
{
    QuoteForm form{
        .head = {}, .lines = sale_documents::typed_lines(lines), .quote = saved, .counted = {}};
    form.head.typed = {{"client", saved.client_id.text()},
                       {"title", saved.title},
                       {"valid_until", saved.valid_until.text()},
                       {"delay", saved.delay},
                       {"note", saved.note},
                       {"prices", std::string{forms::enum_name(saved.prices)}},
                       {"discount", sale_documents::typed_size(saved.discount())},
                       {"discount_unit", sale_documents::typed_unit(saved.discount())},
                       {"code", code_in(saved)},
                       {"deposit", sale_documents::typed_size(saved.deposit())},
                       {"deposit_unit", sale_documents::typed_unit(saved.deposit())},
                       {"version", std::to_string(saved.version)}};
    form.counted = counted(saved.terms(), lines, books);
    form.priced.client = saved.client_id;
    return form;
}

} // namespace quotes
