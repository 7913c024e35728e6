#include "modules/einvoicing/carrying.hpp"

#include <optional>

namespace einvoicing
{
namespace
{

using Carried = std::variant<Flow, Failure>;

constexpr std::string_view known_already = "AlreadyExistingFlow";

/// The flow it became, if it left before; nothing when the platform has none.
std::optional<Carried> found_there(PlatformConnector& platform, const std::string& tracking)
{
    const auto found = platform.search(
        {.updated_after = {}, .direction = "Out", .tracking = tracking, .cursor = {}});
    if (const auto* failure = std::get_if<Failure>(&found)) return *failure;
    for (const auto& flow : std::get<FlowPage>(found).flows)
        if (flow.tracking == tracking && flow.direction != "In") return flow;
    return {};
}

} // namespace

Carried carried(PlatformConnector& platform, const std::string& tracking,
                const std::function<NewFlow()>& make)
{
    if (auto found = found_there(platform, tracking)) return *std::move(found);
    const auto answer = platform.submit(make());
    if (const auto* id = std::get_if<std::string>(&answer)) {
        Flow flow;
        flow.id = *id;
        return flow;
    }
    const auto& failure = std::get<Failure>(answer);
    if (failure.words.find(known_already) != std::string::npos)
        if (auto flow = found_there(platform, tracking)) return *std::move(flow);
    return failure;
}

} // namespace einvoicing
