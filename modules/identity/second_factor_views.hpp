#pragma once

#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace identity
{

struct EnrolmentView {
    html::Url action;
    html::Html guard;
    html::Html qr;
    std::string secret; ///< base32, in groups of four
    std::string sealed;
    std::string problem;
    bool is_demanded = false; ///< by the role's policy
};
html::Html enrolment_view(const EnrolmentView& view);

/// Shown once.
html::Html recovery_codes_view(const std::vector<std::string>& codes, const html::Url& next);

struct SecondFactorView {
    html::Html guard;
    html::Url turn_off;
    std::int64_t codes_left = 0;
    std::string problem; ///< beside the password
};
html::Html second_factor_view(const SecondFactorView& view);

} // namespace identity
