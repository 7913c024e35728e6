#pragma once

#include "modules/sale_documents/paper.hpp"
#include "modules/templates/templates.hpp"

#include <string>

namespace sale_documents
{

using templates::DocumentType;

/// How a paper of this type looks today, with the colour of the business: JSON, kept with what is
/// issued, so that a template that changes later changes no paper that left.
std::string look_today(tenancy::WorkspaceTransaction& tx, DocumentType type);

/// In the look the paper was issued with; as it was for one that has none.
documents::Document dressed(documents::Document document, const Paper& paper);

} // namespace sale_documents
