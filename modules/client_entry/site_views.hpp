#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/layout.hpp"
#include "modules/client_entry/site_forms.hpp"

#include <string>

namespace client_entry
{

struct SitesView {
    const forms::Form<SaveSites>& form;
    std::string address;        ///< of the portal, absolute
    std::string button_address; ///< of the page to frame, absolute
    html::Url button;           ///< the same page, on this site
    html::Url save;
    html::Html guard;
};
html::Html sites_page(const SitesView& view);

/// What is shown in the frame: a document of its own with one link out of it.
html::Html button_document(const ui::Brand& brand, const html::Url& portal);

} // namespace client_entry
