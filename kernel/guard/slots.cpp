#include "kernel/guard/slots.hpp"

#include "kernel/guard/site.hpp"

namespace guard
{

html::Html panels_in(Call& call, std::string_view slot)
{
    html::Html panels;
    for (const auto& panel : call.site().panels)
        if (panel.slot == slot && (panel.permission.empty() || call.may(panel.permission)))
            panels += panel.render(call);
    return panels;
}

} // namespace guard
