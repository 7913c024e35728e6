#include "modules/projects/project.hpp"

#include "kernel/base/text.hpp"

namespace projects
{

std::string address_line(const std::string& address, const std::string& postal_code,
                         const std::string& city)
{
    const auto town = base::trim(postal_code + " " + city);
    if (address.empty() || town.empty()) return address + town;
    return address + ", " + town;
}

} // namespace projects
