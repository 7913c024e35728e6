#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/quotes/quote.hpp"

#include <string>

namespace quotes
{

struct SendingView {
    html::Url action;
    html::Url back;
    html::Url paper;
    html::Html guard;
    guard::FormView fields;
    std::int64_t version = 0;
    std::string title;
    std::string client_name;
    const Counted& counted;
    const Books& books;
    bool may_invite = false; ///< what leaves by mail may invite to the client's space
};
html::Html sending_form(const SendingView& view);

} // namespace quotes
