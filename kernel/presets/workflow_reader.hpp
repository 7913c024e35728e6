#pragma once

#include "kernel/presets/section.hpp"
#include "kernel/presets/workflow.hpp"

namespace presets
{

/// The workflow of a noun ("ticket") from its section of workflows.toml. Throws std::runtime_error
/// naming the file and the state or move, also for everything problems_of finds.
Workflow read_workflow(const std::string& noun, const Section& section);

State read_state(const Section& section);
Move read_move(const Section& section);

} // namespace presets
