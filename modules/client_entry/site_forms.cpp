#include "modules/client_entry/site_forms.hpp"

#include "kernel/base/text.hpp"
#include "modules/client_entry/site.hpp"

#include <algorithm>

namespace client_entry
{

std::vector<std::string> origins_in(forms::Form<SaveSites>& form)
{
    std::vector<std::string> origins;
    for (const auto& line : base::split(form.command.sites.value, '\n')) {
        if (base::trim(line).empty()) continue;
        const auto origin = origin_of(line);
        if (!origin) {
            form.errors.add("sites", "client_entry.error.site",
                            {{"line", base::shorten(line, 80)}});
            return {};
        }
        if (std::ranges::find(origins, *origin) == origins.end()) origins.push_back(*origin);
    }
    if (origins.size() > sites_max)
        form.errors.add("sites", "client_entry.error.many", {{"count", std::to_string(sites_max)}});
    return origins;
}

} // namespace client_entry
