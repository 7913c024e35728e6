#include "kernel/module.hpp"

#include "modules/incidents/browser_failure_pages.hpp"
#include "modules/incidents/incidents.hpp"

namespace incidents
{

void describe(kernel::Module& module)
{
    const auto whoever = guard::open_to_all("scripts fail for visitors who are not signed in too");
    constexpr const char* address = "/incidents-du-navigateur";
    module.open().post(address, note_browser_failure, whoever, "TellFailure");
    module.portal().post(address, note_browser_failure, whoever, "TellFailure");
}

} // namespace incidents
