#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string_view>

namespace text_messages
{

/// Empty takes it away.
struct SaveMobile {
    std::optional<forms::Phone> mobile;
};
BOOST_DESCRIBE_STRUCT(SaveMobile, (), (mobile))

/// Adds an error when texts do not reach it.
void check_whole(forms::Form<SaveMobile>& form, std::string_view tax_regime);

} // namespace text_messages
