#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/quotes/quotes.hpp"

#include <optional>
#include <string>

namespace quotes
{

struct CancellationView {
    std::string slug;
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::string title; ///< of the quote
    std::string number;
    std::string client_name;
    bool is_mailed = true;        ///< its client has an address
    std::optional<Holder> holder; ///< in the way: nothing can be cancelled
};
html::Html cancellation_page(const CancellationView& view);

} // namespace quotes
