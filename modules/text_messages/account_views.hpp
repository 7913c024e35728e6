#pragma once

#include "kernel/html/html.hpp"
#include "kernel/sms/sms.hpp"
#include "modules/text_messages/account_forms.hpp"

#include <optional>
#include <string>
#include <vector>

namespace text_messages
{

struct MessageLine {
    std::string to;
    std::string words;
    std::string when;
    sms::State state = sms::State::waiting;
    std::string cause;
    std::optional<html::Url> send_again; ///< POST
};

struct AccountView {
    const sms::KnownAccount& account;
    const forms::Form<SaveAccount>& form;
    const forms::Form<TestAccount>& test;
    std::vector<MessageLine> messages;
    std::vector<sms::Stopped> stopped;
    html::Url page; ///< « …/reglages/sms », its actions below
    html::Html guard;
};
html::Html account_page(const AccountView& view);

} // namespace text_messages
