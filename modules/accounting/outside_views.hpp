#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/accounting/outside.hpp"
#include "modules/accounting/outside_actions.hpp"

#include <string>
#include <vector>

namespace accounting
{

struct OutsideView {
    Outside outside;
    std::int64_t waiting = 0;
    std::vector<PushRow> refused; ///< the last tried first
    std::vector<PushRow> pushes;  ///< the others, likewise
    std::vector<TwinRow> twins;
    guard::FormView fields; ///< of the token
    guard::FormView twin;
    html::Url page; ///< its actions below
    html::Html guard;
    std::string zone;
};
html::Html outside_page(const OutsideView& view);

} // namespace accounting
