#pragma once

#include "kernel/html/html.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/settings/mail_forms.hpp"

#include <string>
#include <vector>

namespace settings
{

/// A message in a list, ready to be read.
struct MessageLine {
    std::string to;
    std::string subject;
    std::string when;
    mail::State state = mail::State::waiting;
    std::string cause;
    std::optional<html::Url> open;
    std::optional<html::Url> send_again; ///< POST
};

enum class Leaving { NotAtAll, ByPlatform, ByOwnServer, Held };

struct MailView {
    Leaving leaving = Leaving::ByPlatform;
    const mail::Sender& sender;
    const forms::Form<SaveSender>& form;
    std::vector<MessageLine> messages;
    std::string test_address;
    html::Url page; ///< « …/reglages/courrier », its actions below
    html::Html guard;
};
html::Html mail_page(const MailView& view);

struct OutboxView {
    std::string title; ///< where no bar shows it; else empty
    std::string lead;
    std::vector<MessageLine> messages;
};
html::Html outbox_page(const OutboxView& view);

/// The text part, its addresses on this site as links.
struct MessageView {
    std::string title; ///< where no bar shows it; else empty
    std::string to;
    std::string when;
    std::string text;
    std::string site; ///< "https://support.example": what links of this site start with
};
html::Html message_page(const MessageView& view);

} // namespace settings
