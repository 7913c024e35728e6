#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/identity/captcha.hpp"
#include "modules/identity/sign_up_forms.hpp"

#include <optional>
#include <string>
#include <vector>

namespace identity
{

struct SignUpFrame {
    html::Url action;
    html::Html guard;
    html::Url sign_in;
    std::string problem; ///< a sentence about the submission as a whole
    std::optional<Captcha> captcha;
};

html::Html owner_sign_up_view(const SignUpFrame& frame, const forms::Form<OwnerSignUp>& form,
                              const std::vector<ui::Choice>& presets);
html::Html client_sign_up_view(const SignUpFrame& frame, const forms::Form<ClientSignUp>& form,
                               const std::string& business);

/// One thing to say, and perhaps one button that POSTs: « consultez vos courriels », a link to
/// confirm, a link that is over.
struct Statement {
    std::string title;
    std::string words;
    std::string button; ///< label of a POST to `action`; empty = none
    std::optional<html::Url> action;
    html::Html guard;
    std::string link; ///< label of a link; empty = none
    std::optional<html::Url> to;
};
html::Html statement_view(const Statement& statement);

} // namespace identity
