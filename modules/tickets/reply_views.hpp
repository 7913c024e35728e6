#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/tickets/reply.hpp"

#include <array>
#include <string>
#include <vector>

namespace tickets
{

/// The words of the variables: client, number, title, project, writer, business.
inline constexpr std::array<const char*, 6> variable_keys{
    "tickets.reply.variable.client", "tickets.reply.variable.number",
    "tickets.reply.variable.title",  "tickets.reply.variable.project",
    "tickets.reply.variable.writer", "tickets.reply.variable.business"};
/// « {client}, {numero}, … ».
std::string variables_text();

struct ReplyListView {
    std::string slug;
    std::vector<CannedReply> replies;
};
html::Html reply_list(const ReplyListView& view);

struct ReplyFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::string title; ///< of the reply as it is saved
    bool is_new = false;
};
html::Html reply_form(const ReplyFormView& view);

/// The button of a composer and its menu: each reply is a link to the ticket with its text in the
/// box of `mode`, and with JavaScript is put where the cursor is.
struct ReplyPickerView {
    html::Url ticket;
    std::string mode;
    const std::vector<CannedReply>& replies;
};
html::Html reply_picker(const ReplyPickerView& view);

} // namespace tickets
