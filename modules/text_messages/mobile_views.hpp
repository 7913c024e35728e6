#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/html/html.hpp"
#include "modules/text_messages/mobile_forms.hpp"

#include <string>

namespace text_messages
{

struct MobileView {
    forms::Form<SaveMobile> form;
    html::Url page;
    html::Url back;
    html::Html guard;
};
html::Html mobile_page(const MobileView& view);

/// What he gave, as people read it, and the way to change it.
html::Html mobile_card(const std::string& mobile, const html::Url& page);

} // namespace text_messages
