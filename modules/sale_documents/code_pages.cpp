#include "modules/sale_documents/code_pages.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>

namespace sale_documents
{

std::optional<Promotion> read_code(guard::Call& call, forms::Errors& errors, const TypedCode& typed)
{
    if (typed.text.empty()) return {};
    try {
        auto promotion = call.context().read([&](tenancy::WorkspaceTransaction& tx) {
            return pricebook::promotion_today(tx, typed.text, typed.bearer);
        });
        const bool is_of_some = std::ranges::any_of(typed.lines.lines, [&](const TypedLine& line) {
            return line.is_countable() && takes_off(promotion, line.line);
        });
        base::refuse_unless(is_of_some, "pricebook.refusal.code_of_no_line");
        return promotion;
    } catch (const base::Refusal& refusal) {
        errors.add("code", refusal.code, refusal.params);
        return {};
    }
}

} // namespace sale_documents
