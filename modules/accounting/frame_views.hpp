#pragma once

#include "modules/accounting/accounting_views.hpp"

/// What every page of the space is made with.
namespace accounting
{

inline constexpr const char* frame_column =
    "mx-auto grid w-full max-w-[980px] grid-cols-1 gap-5 px-4 py-6";

/// A place of the space, for the period that is shown.
html::Url frame_at(const Frame& frame, const char* end);
html::Url frame_place(const Frame& frame, Tab tab);
/// Its tabs, and the choice of the period with what else a page filters by.
html::Html frame_head(const Frame& frame, html::Html filters = {});
/// Empty for nothing.
std::string frame_money(const Frame& frame, base::Cents amount);
html::Html figure_cell(const std::string& words);

} // namespace accounting
