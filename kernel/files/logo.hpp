#pragma once

#include "kernel/files/files.hpp"
#include "kernel/http/message.hpp"

#include <optional>

/// The logo of a business: the one file of its workspace that anybody may see.
namespace files
{

/// What owns it: the workspace.
inline constexpr const char* logo_files = "workspace_logo";

/// A square of it, for anybody, kept by browsers for a day; nothing without a logo.
std::optional<http::Response> logo_answer(const tenancy::Context& context, Variant square);

} // namespace files
