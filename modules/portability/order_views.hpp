#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace portability
{

struct OrderLine {
    std::string when;
    std::string detail;
    std::string state_key;
    std::optional<html::Url> download;
};

/// How the visitor shows that it is still he.
enum class Proof { password, recent_sign_in, sign_in_again };

struct ExportsView {
    guard::FormView fields;
    html::Html guard;
    html::Url ask; ///< POST
    Proof proof = Proof::password;
    std::vector<OrderLine> orders;
};
html::Html exports_page(const ExportsView& view);

} // namespace portability
