#pragma once

#include "modules/progress/events.hpp"
#include "modules/progress/sheet_views.hpp"

/// What somebody who reads a page of a sheet has before his eyes. Pure.
namespace progress
{

/// When the last thing on this page was published or answered.
base::Instant last_said(const std::vector<ShownPost>& posts);
/// The reader, the publications and their comments; drafts are news to nobody.
SheetSeen seen_on(const SheetPageView& view);

} // namespace progress
