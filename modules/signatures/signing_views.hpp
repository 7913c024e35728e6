#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"

#include <string>
#include <string_view>

namespace signatures
{

/// Typed into a form that is shown again because its code was sent.
inline constexpr const char* code_sent_mark = "code_sent";

struct SigningView {
    guard::FormView fields; ///< Sign
    html::Html guard;
    html::Url action;
    html::Url ask_code;
    bool needs_code = false;
    std::string email; ///< masked
    bool is_code_sent = false;
    std::string name; ///< of the signer, as he is known
    std::string_view how;
    std::string drawn;
    std::string shown; ///< SHA-256
    bool has_changed = false;
};
html::Html signing_view(const SigningView& view);

struct ScanView {
    guard::FormView fields; ///< RecordScan
    html::Html guard;
    html::Url action;
    std::string shown;
    bool has_changed = false;
};
html::Html scan_view(const ScanView& view);

/// « o•••@exemple.fr »: enough to know one's own.
std::string masked(std::string_view email);

} // namespace signatures
