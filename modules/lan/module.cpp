#include "kernel/module.hpp"

#include "modules/lan/authority_pages.hpp"
#include "modules/lan/lan.hpp"

namespace lan
{

void describe(kernel::Module& module)
{
    const auto before_trust = guard::open_to_all("a telephone installs it before it trusts us");
    module.open("/autorite")
        .get("", show_authority, before_trust)
        .get("/etabli.crt", send_authority, before_trust);
}

} // namespace lan
