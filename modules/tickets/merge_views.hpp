#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/tickets/message.hpp"
#include "modules/tickets/ticket_picker_views.hpp"

#include <string>
#include <vector>

namespace tickets
{

/// Where a message of the thread was written, when not in this ticket; nothing else.
html::Html origin_mark(const std::vector<Ticket>& absorbed, TicketId written_in);

struct MergeChoiceView {
    const Ticket& ending;
    PickerView picker;
};
html::Html merge_choice(const MergeChoiceView& view);

/// A line of the thread to come.
struct MergedLine {
    base::Instant at;
    std::string number; ///< of the ticket it was written in
    std::string author;
    std::string excerpt;
    bool is_note = false;
};
struct MergePreviewView {
    const Ticket& ending;
    const Ticket& kept;
    std::string client_name;
    std::vector<MergedLine> lines; ///< in order
    std::int64_t files = 0;        ///< of both
    const Reading& reading;
    html::Url page;      ///< of the merge
    html::Url other_way; ///< the other ticket would end
    html::Url incident;  ///< where tickets of several clients are gathered
    std::string refused; ///< why it cannot be, or what somebody else did; empty = may be
    bool is_possible = true;
    html::Html guard;
};
html::Html merge_preview(const MergePreviewView& view);

struct SplitView {
    html::Url action;
    html::Url back;
    guard::FormView fields;
    std::string title; ///< proposed
    std::string body;  ///< Markdown source of the message
    html::Html guard;
};
html::Html split_form(const SplitView& view);

} // namespace tickets
