#pragma once

#include "kernel/mail/mail.hpp"

#include <string>

namespace mail
{

/// Whose look a mail has.
struct Brand {
    std::string name;
    int hue = 262;
    int chroma = 135; ///< thousandths
    std::string logo; ///< address of its square; empty = the initials
};

/// The two parts of a mail, from its words. Pure.
std::string html_part(const NewMessage& message, const Brand& brand);
std::string text_part(const NewMessage& message, const Brand& brand);

} // namespace mail
