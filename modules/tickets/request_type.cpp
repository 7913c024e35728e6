#include "modules/tickets/request_type.hpp"

#include "kernel/base/text.hpp"
#include "kernel/tenancy/own_preset.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

constexpr std::size_t title_length = 80;    // code points
constexpr std::size_t title_length_min = 3; // code points

} // namespace

const std::vector<presets::Choice>& request_types(const tenancy::Workspace& workspace)
{
    return tenancy::own_preset(workspace).choices_of("tickets.request_type");
}

std::string request_type_label(const tenancy::Workspace& workspace, std::string_view code)
{
    const auto& types = request_types(workspace);
    const auto found = std::ranges::find(types, code, &presets::Choice::code);
    return found == types.end() ? std::string{} : found->label;
}

std::string title_from(std::string_view text, const std::string& type_label)
{
    const auto words = base::trim(text);
    auto line = base::shorten(base::trim(words.substr(0, words.find('\n'))), title_length);
    return base::code_points(line) < title_length_min ? type_label : line;
}

} // namespace tickets
