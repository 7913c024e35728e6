#pragma once

#include "modules/sale_documents/client_prices.hpp"
#include "modules/sale_documents/count.hpp"
#include "modules/sale_documents/line_forms.hpp"

#include <string>
#include <string_view>

/// A document as its editor sends it: the fields of its head, its lines, what they come to.
namespace sale_documents
{

/// How a discount or a deposit is typed.
enum class SizeUnit { percent, amount };
BOOST_DESCRIBE_ENUM(SizeUnit, percent, amount)

/// The fields of the head alone: what a page shows again is looked up among few.
forms::Typed head_of(const forms::Typed& typed);
/// An empty text is none; what is wrong with it is said at `field`.
SizeOf read_size(forms::Errors& errors, std::string_view field, const std::string& text,
                 SizeUnit unit);
/// « 30 », as people type it; empty for none.
std::string typed_size(const SizeOf& size);
std::string typed_unit(const SizeOf& size);

/// Of what the views of the editor show: what was typed, and what is wrong with the head.
struct TypedDocument {
    Terms terms;
    const TypedLines& lines;
    const Counted& counted;
    const forms::Errors& errors;
    Priced priced{};
};

/// The key of each figure is the place of its line, whether the others are counted or not. Lines
/// that cannot be counted are left out.
Counted count_typed(const Terms& terms, const TypedLines& typed, const Books& books);
/// Puts among the errors of the head what is wrong with the whole, the discount or the deposit.
void check_whole(forms::Errors& errors, const TypedLines& typed, const Counted& counted);

} // namespace sale_documents
