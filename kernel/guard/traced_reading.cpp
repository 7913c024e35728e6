#include "kernel/guard/traced_reading.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/limits/limits.hpp"
#include "kernel/log/log.hpp"

namespace guard
{
namespace
{

using namespace std::chrono_literals;

constexpr limits::Rate rows_of_a_member{.count = 1, .per = 1h};

} // namespace

void trace_reading(Call& call, std::string_view action)
{
    const auto& workspace = call.context().workspace();
    const auto key =
        "read." + std::string{action} + workspace.id.text() + "." + call.actor().membership.text();
    if (call.site().limiter().refuse(key, rows_of_a_member)) return;
    try {
        call.context().write([&](tenancy::WorkspaceTransaction& tx) {
            audit::append(tx, {.action = action,
                               .subject_kind = "workspace",
                               .subject = workspace.id.value,
                               .changes = {}});
        });
    } catch (const std::exception& fault) {
        logs::error("guard.audit_failed", {{"cause", fault.what()}});
    }
}

} // namespace guard
