#pragma once

#include "kernel/base/refusal.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/guard/form_view.hpp"
#include "modules/tickets/message.hpp"
#include "modules/tickets/ticket_forms.hpp"

#include <functional>
#include <string>

namespace tickets
{

/// Correcting one's message, on either side: the form as it is, or with what was refused. Throws
/// base::NotFound for a message of another ticket or of somebody else, and when it is too late
/// refuses "tickets.refusal.correction_too_late".
http::Response message_page(guard::Call& call, const forms::Form<WriteMessage>& form);
/// Saves it by `correct`. What comes too late stays on the page, to be copied into a new message.
http::Response save_message(guard::Call& call,
                            const std::function<void(MessageId, const std::string&)>& correct);

/// The page where what was written is corrected, message or note.
struct CorrectionView {
    html::Url action;
    html::Url back; ///< to the thread
    std::string title;
    std::string refusal; ///< why nothing was saved; empty while it can be
};
/// `body` is a large field with what was typed, or what is there.
http::Response correction_page(guard::Call& call, const guard::FormView& fields,
                               const ui::Field& body, const CorrectionView& view);

} // namespace tickets
