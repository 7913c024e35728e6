#pragma once

#include "kernel/forms/field_types.hpp"
#include "kernel/forms/form.hpp"
#include "modules/quotes/quote.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace guard
{
class Call;
}

/// What pages take. Lengths are code points; lines come beside the command (quote_line_forms.hpp).
namespace quotes
{

struct StartQuote {
    tenancy::ClientId client;
    forms::Text<1, title_length_max> title;
    base::Date valid_until;
};
BOOST_DESCRIBE_STRUCT(StartQuote, (), (client, title, valid_until))

using sale_documents::SizeUnit;

struct SaveQuote {
    tenancy::ClientId client;
    forms::Text<1, title_length_max> title;
    base::Date valid_until;
    forms::Text<0, delay_length_max> delay;
    forms::LongText<0, note_length_max> note;
    std::optional<TypedPrices> prices;
    forms::Text<0, 30> discount; ///< empty: none
    std::optional<SizeUnit> discount_unit;
    forms::Text<0, pricebook::code_length_max> code; ///< empty: none
    forms::Text<0, 30> deposit;                      ///< empty: none
    std::optional<SizeUnit> deposit_unit;
    std::optional<forms::Number<1, 1'000'000'000>> version; ///< of what the page showed
};
BOOST_DESCRIBE_STRUCT(SaveQuote, (),
                      (client, title, valid_until, delay, note, prices, discount, discount_unit,
                       code, deposit, deposit_unit, version))

struct RemoveQuote {
    forms::Number<1, 1'000'000'000> version; ///< of what the page showed
};
BOOST_DESCRIBE_STRUCT(RemoveQuote, (), (version))

/// A quote as typed: its head, its lines, what they come to.
struct QuoteForm {
    forms::Form<SaveQuote> head; ///< its typed fields are those of the head alone
    sale_documents::TypedLines lines;
    Quote quote; ///< the saved one with what is right of the head
    Counted counted;
    sale_documents::Priced priced{};

    bool is_valid() const { return head.is_valid() && lines.is_valid(); }
    /// Good as long as this form stands where it is.
    sale_documents::TypedDocument document() const
    {
        return {quote.terms(), lines, counted, head.errors, priced};
    }
};
/// Lines that cannot be counted are left out of `counted`; an error of the whole, of the discount
/// or of the deposit is put into the head.
QuoteForm read_quote(const forms::Typed& typed, const Quote& saved, const Books& books);
/// What the code that was typed takes off, counted again; what refuses it is an error of the head.
void take_code(guard::Call& call, QuoteForm& form, const Books& books);
/// As the editor shows what is saved.
QuoteForm shown_quote(const Quote& saved, const std::vector<Line>& lines, const Books& books);

} // namespace quotes
