#pragma once

#include "kernel/html/html.hpp"

#include <string>

namespace lan
{

struct AuthorityView {
    html::Url certificate;
    html::Url site;
    std::string fingerprint; ///< "AB:CD:…"
};
html::Html authority_page(const AuthorityView& view);

} // namespace lan
