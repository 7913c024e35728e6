#pragma once

#include "kernel/jobs/jobs.hpp"
#include "modules/portability/order_store.hpp"

#include <filesystem>

namespace portability
{

inline constexpr const char* make_job = "portability.make";

/// Asks for an export; refuses « portability.refusal.under_way » while one is being made.
OrderId order_package(tenancy::WorkspaceTransaction& tx);
/// Job: makes it, and writes to who asked.
void make_package(tenancy::Context& context, const jobs::Job& job);
/// The file to download while it is there; else throws base::NotFound. The audit names who takes
/// it.
std::filesystem::path take_package(tenancy::Context& context, OrderId id);

} // namespace portability
