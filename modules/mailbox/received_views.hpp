#pragma once

#include "kernel/files/files.hpp"
#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/mailbox/received.hpp"

#include <string>
#include <vector>

namespace mailbox
{

struct ReceivedLine {
    Received mail;
    std::string when;
};
struct ReceivedListView {
    std::string slug;
    std::vector<ReceivedLine> waiting;
    std::vector<ReceivedLine> settled;
    bool has_mailbox = false;
};
html::Html received_list(const ReceivedListView& view);

struct ReceivedView {
    std::string slug;
    Received mail;
    std::string when;
    std::vector<files::File> files;
    std::string number;             ///< of the ticket it belongs to, or seems to; may be empty
    std::vector<ui::Choice> places; ///< a client and one of his projects
    std::string place;              ///< the one it seems to be about
    std::string conflict;           ///< a refusal, in words
    const guard::FormView& add;
    const guard::FormView& open;
    html::Html guard;
};
html::Html received_page(const ReceivedView& view);

/// On « Ma journée »; nothing when nothing waits.
html::Html waiting_card(std::string_view slug, int count);

} // namespace mailbox
