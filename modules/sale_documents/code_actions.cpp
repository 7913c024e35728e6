#include "modules/sale_documents/code_actions.hpp"

namespace sale_documents
{

void check_code(tenancy::WorkspaceTransaction& tx, const std::optional<Promotion>& promotion,
                const CodeBearer& bearer)
{
    if (promotion) pricebook::check_promotion(tx, promotion->id, bearer);
}

void use_code(tenancy::WorkspaceTransaction& tx, const std::optional<Promotion>& promotion,
              const CodeBearer& bearer, const std::string& number)
{
    if (promotion) pricebook::use_promotion(tx, promotion->id, bearer, number);
}

bool has_used_code(tenancy::WorkspaceTransaction& tx, const std::optional<Promotion>& promotion,
                   CodeDocument document, std::int64_t id)
{
    return promotion && pricebook::has_used(tx, promotion->id, document, id);
}

} // namespace sale_documents
