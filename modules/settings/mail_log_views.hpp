#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/mail/log.hpp"

#include <optional>
#include <string>
#include <vector>

namespace settings
{

/// One mail of the log, every value of it readable.
struct MailLogLine {
    std::string subject;
    std::string to;
    std::string when;
    std::string kind;  ///< of mail, in words; empty: one that has no name
    std::string cause; ///< why it failed; may be empty
    mail::Fate fate = mail::Fate::waiting;
    std::optional<html::Url> client; ///< the record of who it was for
    std::optional<html::Url> resend; ///< POST
};

/// What is asked for, as it stands in the address.
struct MailLogFilter {
    std::string fate;
    std::string email;
    std::string day;

    bool is_empty() const { return fate.empty() && email.empty() && day.empty(); }
};

struct MailLogView {
    MailLogFilter filter;
    std::vector<MailLogLine> lines;
    html::Url page;
    std::optional<html::Url> newest;
    std::optional<html::Url> older;
    html::Html guard;
};
html::Html mail_log_page(const MailLogView& view);

} // namespace settings
