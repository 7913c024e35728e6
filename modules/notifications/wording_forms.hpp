#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/mail/wording.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>

namespace notifications
{

/// How a mail is said from now on.
struct SaveWording {
    forms::Text<1, 60> name; ///< mail::Template::name
    forms::Text<1, 150> subject;
    forms::LongText<1, 4000> body;
    std::optional<forms::Number<0, INT32_MAX>> version; ///< what its reader saw
};
BOOST_DESCRIBE_STRUCT(SaveWording, (), (name, subject, body, version))

struct ResetWording {
    forms::Text<1, 60> name;
};
BOOST_DESCRIBE_STRUCT(ResetWording, (), (name))

/// One error a field: what stands between braces must be a variable of the mail.
void check_variables(forms::Form<SaveWording>& form, const mail::Template& one);
mail::Wording wording_in(const SaveWording& command);

} // namespace notifications
