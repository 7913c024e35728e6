#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace identity
{

/// The consents are separate boxes, never ticked beforehand.
struct OwnerSignUp {
    forms::Text<2, 120> business;
    forms::Text<2, 120> name;
    forms::Email email;
    forms::Phone phone;
    forms::Password password;
    forms::Text<1, 60> preset;
    forms::Consent terms;
    forms::Consent privacy;
    forms::Consent processing;
    forms::Text<0, 1000> captcha;
    forms::Text<0, 40> captcha_answer;
};
BOOST_DESCRIBE_STRUCT(OwnerSignUp, (),
                      (business, name, email, phone, password, preset, terms, privacy, processing,
                       captcha, captcha_answer))

struct ClientSignUp {
    forms::Text<2, 120> name;
    forms::Text<0, 120> company;
    forms::Email email;
    std::optional<forms::Phone> phone;
    forms::Password password;
    forms::Consent terms;
    forms::Consent privacy;
    forms::Consent processing;
    forms::Text<0, 1000> captcha;
    forms::Text<0, 40> captcha_answer;
};
BOOST_DESCRIBE_STRUCT(ClientSignUp, (),
                      (name, company, email, phone, password, terms, privacy, processing, captcha,
                       captcha_answer))

} // namespace identity
