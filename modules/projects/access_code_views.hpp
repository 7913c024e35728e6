#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/projects/access_code.hpp"

#include <vector>

namespace projects
{

struct AccessCodesView {
    html::Url action; ///< of adding one; a code's own address is under it
    html::Html guard;
    std::vector<AccessCodeLine> lines;
    bool may_manage = false;
    bool may_reveal = false;
};
html::Html access_codes(const AccessCodesView& view);

struct AccessCodeFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
};
html::Html access_code_form_page(const AccessCodeFormView& view);

struct RevealedCodeView {
    const RevealedCode& code;
    html::Url back;
};
html::Html revealed_code(const RevealedCodeView& view);

} // namespace projects
