#pragma once

#include "kernel/html/ui/field.hpp"
#include "modules/crm/timeline.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// The panel of the client's page.
struct TimelineCardView {
    std::string slug;
    std::string zone;
    html::Url all;
    html::Url write;
    bool may_write = false;
    std::vector<TimelineLine> lines;
};
html::Html timeline_card(const TimelineCardView& view);

struct TimelineView {
    std::string slug;
    std::string zone;
    std::string client_name;
    html::Url action;
    TimelineFilter filter;
    std::vector<ui::Choice> kinds;
    std::vector<ui::Choice> years;
    std::vector<TimelineLine> lines;
    std::optional<html::Url> older;
};
html::Html timeline_body(const TimelineView& view);

} // namespace crm
