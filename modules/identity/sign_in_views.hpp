#pragma once

#include "kernel/html/html.hpp"
#include "modules/identity/captcha.hpp"
#include "modules/identity/sign_in_forms.hpp"

#include <optional>
#include <string>

namespace identity
{

struct SignInView {
    forms::Form<SignIn> form;
    html::Url action;
    html::Html guard;
    std::string next;
    std::string kept;    ///< sealed fields of an expired session
    std::string problem; ///< a sentence about the attempt as a whole
    std::optional<Captcha> captcha;
    html::Html external; ///< « Continuer avec … »; may be empty
    html::Url forgotten;
    std::optional<html::Url> sign_up;
    std::string sign_up_words; ///< of the link; without one, the sentence instead of it
    bool takes_user_names = false;
};
html::Html sign_in_view(const SignInView& view);

struct ProofView {
    html::Url action;
    html::Html guard;
    html::Html sign_out; ///< form of one button
    std::string account;
    std::string next;
    std::string kept;
    std::string problem;
};
html::Html proof_view(const ProofView& view);

} // namespace identity
