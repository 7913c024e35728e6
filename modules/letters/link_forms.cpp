#include "modules/letters/link_forms.hpp"

#include "kernel/html/written_link.hpp"
#include "modules/letters/content.hpp"

namespace letters
{

std::string address_of(std::string_view typed)
{
    const auto link = html::written_link(typed);
    if (!link || link->text().size() > address_length_max) return {};
    const bool leads = link->text().starts_with("https://") || link->text().starts_with("mailto:");
    const bool is_whole = link->text().find_first_of("{}") == std::string::npos;
    return leads && is_whole ? link->text() : std::string{};
}

} // namespace letters
