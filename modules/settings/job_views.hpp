#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/jobs/jobs.hpp"

#include <optional>
#include <string>
#include <vector>

namespace settings
{

struct JobLine {
    std::string kind; ///< in words
    std::string when;
    jobs::State state = jobs::State::ready;
    std::int64_t attempts = 0;
    std::string cause;
    std::optional<html::Url> retry; ///< POST
};

struct JobsView {
    std::vector<ui::Tab> states;
    std::vector<JobLine> jobs;
    html::Html guard;
};
html::Html jobs_page(const JobsView& view);

} // namespace settings
