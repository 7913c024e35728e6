#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/promo_code.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A code on a document of another module.
namespace pricebook
{

/// What a code takes off, as the document keeps it: a code that changes later changes none of them.
struct Promotion {
    CodeId id;
    std::string code;                  ///< as it is shown
    std::optional<base::Rate> percent; ///< one of the two
    std::optional<base::Cents> amount;
    std::vector<ItemId> items{}; ///< sorted; none = every line
    bool adds_up = false;        ///< of lines at a special price too
    friend bool operator==(const Promotion&, const Promotion&) = default;
};
/// Empty for none. What was not frozen by this is a fault.
std::string frozen(const std::optional<Promotion>& promotion);
std::optional<Promotion> promotion_from(const std::string& text);

/// Whether it takes something off a line of that item at a price from there; no item: typed by
/// hand.
bool is_of(const Promotion& promotion, std::optional<ItemId> item, PriceSource source);

enum class CodeDocument { quote, invoice };
BOOST_DESCRIBE_ENUM(CodeDocument, quote, invoice)

/// The document that bears a code.
struct CodeBearer {
    CodeDocument document = CodeDocument::quote;
    std::int64_t id = 0;
    tenancy::ClientId client;
};

/// What that code takes off today, for whoever holds « pricebook.read ». Refuses
/// "pricebook.refusal.code_unknown", ".code_stopped", ".code_early" {day}, ".code_ended" {day},
/// ".code_exhausted", ".code_used"; nothing is counted yet, and uses of this document are none.
Promotion promotion_today(tenancy::WorkspaceTransaction& tx, std::string_view typed,
                          const CodeBearer& bearer);

/// The same refusals, whoever asks, of a code a document bears already.
void check_promotion(tenancy::WorkspaceTransaction& tx, CodeId code, const CodeBearer& bearer);

/// Whether that document has used it.
bool has_used(tenancy::WorkspaceTransaction& tx, CodeId code, CodeDocument document,
              std::int64_t id);
/// Counts one use, once a document however often it is asked; whoever comes with it at the same
/// time waits. Refuses ".code_exhausted" and ".code_used": days were told before.
void use_promotion(tenancy::WorkspaceTransaction& tx, CodeId code, const CodeBearer& bearer,
                   const std::string& document_name);

} // namespace pricebook
