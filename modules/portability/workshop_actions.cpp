#include "modules/portability/workshop_actions.hpp"

#include <optional>
#include <stdexcept>

namespace portability
{
namespace
{

std::optional<Workshop>& the_workshop()
{
    static std::optional<Workshop> workshop;
    return workshop;
}

} // namespace

void install(Workshop workshop)
{
    the_workshop() = std::move(workshop);
}

bool is_installed()
{
    return the_workshop().has_value();
}

const Workshop& workshop()
{
    if (!the_workshop()) throw std::runtime_error("exports are not installed here");
    return *the_workshop();
}

} // namespace portability
