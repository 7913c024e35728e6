#include "kernel/module.hpp"

#include "modules/search/search.hpp"
#include "modules/search/search_pages.hpp"

namespace search
{

void describe(kernel::Module& module)
{
    module.staff()
        .get("/recherche", show_results, guard::any_member())
        .get("/recherche/suggestions", suggest, guard::any_member())
        .get("/raccourcis", show_shortcuts, guard::any_member());
    module.portal().get("/recherche", show_results, guard::any_member());
    module.search_at("/recherche");
}

} // namespace search
