#include "kernel/module.hpp"

#include "modules/numbering/number_pages.hpp"
#include "modules/numbering/numbering.hpp"

namespace numbering
{

void describe(kernel::Module& module)
{
    constexpr const char* manage = "numbering.manage";
    module.permission(manage, "numbering.permission.manage");
    module.staff("/reglages/numerotation")
        .get("", show_numbering, guard::needs(manage))
        .post("", update_format, guard::needs(manage), "SaveNumberFormat");
    module.settings({.label_key = "numbering.title",
                     .hint_key = "numbering.hint",
                     .path = "/reglages/numerotation",
                     .icon = "hash",
                     .permission = manage,
                     .order = 16});
}

} // namespace numbering
