#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/knowledge/article.hpp"

#include <string>

namespace kernel
{
class Module;
}

/// What the team has written once for its clients, « /p/vigie/conseils », and proposes while one of
/// them types the title of a request.
namespace knowledge
{

struct ArticleText {
    std::string title;
    std::string keywords;
    std::string body; ///< Markdown source
    Publication publication = Publication::draft;
};

/// Refuses "knowledge.refusal.full" beyond articles_max.
ArticleId add_article(tenancy::WorkspaceTransaction& tx, const ArticleText& text);

void describe(kernel::Module& module);

} // namespace knowledge
