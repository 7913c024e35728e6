#pragma once

#include "kernel/html/ui/field.hpp"
#include "modules/privacy/request_views.hpp"

#include <vector>

namespace privacy
{

std::vector<ui::Choice> kind_choices();
std::vector<ui::Choice> channel_choices();
std::vector<ui::Choice> outcome_choices();

html::Html request_row(const RequestLine& line);
html::Html column(const html::Html& content);

} // namespace privacy
