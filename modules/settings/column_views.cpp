#include "modules/settings/column_views.hpp"

namespace settings
{

using namespace html;

Html column(std::string_view lead, const Html& content)
{
    return div(
        cls("mx-auto grid w-full grid-cols-1 max-w-[720px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
        when(!lead.empty(), p(cls("text-13 text-fg-2"), lead)), content);
}

} // namespace settings
