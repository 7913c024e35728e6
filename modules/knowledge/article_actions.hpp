#pragma once

#include "modules/knowledge/knowledge.hpp"

#include <string_view>
#include <vector>

namespace knowledge
{

/// Refuses "knowledge.refusal.changed_meanwhile" (409); base::NotFound.
void save_article(tenancy::WorkspaceTransaction& tx, ArticleId id, const ArticleText& text,
                  std::int64_t seen_version);
/// One that is gone already stays so.
void remove_article(tenancy::WorkspaceTransaction& tx, ArticleId id);

/// A client says that it solved his problem. base::NotFound for what is not published.
void confirm_solved(tenancy::WorkspaceTransaction& tx, ArticleId id);

/// Published articles that a title being typed makes think of, the best first, at most
/// suggestions_max.
std::vector<Article> suggested(tenancy::WorkspaceTransaction& tx, std::string_view title);
/// base::NotFound for what is not published.
Article published(tenancy::WorkspaceTransaction& tx, ArticleId id);

} // namespace knowledge
