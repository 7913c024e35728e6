#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace guard
{

/// What a handler gives to be shown inside the shell of its side (sidebar, top bar, flash).
struct Page {
    std::string title; ///< of the document and, without `top`, of the bar
    html::Html body;
    html::Html top;         ///< right part of the bar: actions; may be empty
    html::Html breadcrumbs; ///< instead of the title in the bar; may be empty
    int status = 200;
    bool has_tab_bar = true; ///< phones: false on records with a composer
    /// Call::depend_on_data_only.
    bool is_data_only = false;
    /// What the page shows that others may change ("tickets", "ticket:42"): it reads itself again
    /// when they do.
    std::vector<std::string> topics;
};

/// Staff or portal shell by the route's side; the person's shell (chooser, account) without one.
http::Response render(Call& call, const Page& page);

/// The split sign-in layout, for open pages: sign-in, sign-up, reset, confirmation.
struct AuthPage {
    std::string title;
    html::Html body;
    int status = 200;
    html::Html panel; ///< decoration on the right, from 1024 px on; may be empty
};
http::Response render(Call& call, const AuthPage& page);

/// The hidden CSRF token and form key every form carries.
html::Html form_guard(const Call& call);

} // namespace guard
