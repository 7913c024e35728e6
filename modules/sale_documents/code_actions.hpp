#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/sale_documents/line.hpp"

#include <optional>
#include <string>

/// The code of a document: kept frozen with it, used when the client accepted it or it was issued.
namespace sale_documents
{

using pricebook::code_length_max;
using pricebook::CodeBearer;
using pricebook::CodeDocument;

/// Before a document leaves. Refuses a code that holds no more, as pricebook::promotion_today.
void check_code(tenancy::WorkspaceTransaction& tx, const std::optional<Promotion>& promotion,
                const CodeBearer& bearer);
/// Counts one use, once a document. Refuses "pricebook.refusal.code_exhausted", ".code_used".
void use_code(tenancy::WorkspaceTransaction& tx, const std::optional<Promotion>& promotion,
              const CodeBearer& bearer, const std::string& number);
bool has_used_code(tenancy::WorkspaceTransaction& tx, const std::optional<Promotion>& promotion,
                   CodeDocument document, std::int64_t id);

} // namespace sale_documents
