#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/tickets/thread_views.hpp"

#include <string>
#include <vector>

namespace tickets
{

/// The other clients of the project, beside the thread: those who see this ticket, and to whom it
/// may be opened.
struct GuestPanel {
    struct Guest {
        tenancy::ClientId id;
        std::string name;
        std::string by; ///< who opened it
    };
    std::vector<Guest> guests;
    std::vector<ui::Choice> invitable;
    bool may_open = false;
};
/// Names of who opened it are learnt into `reading`.
GuestPanel guest_panel_of(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                          Reading& reading);
/// Nothing while the project has no other client.
html::Html guest_panel(const GuestPanel& panel, const html::Url& ticket, const html::Html& guard);

http::Response create_guest(guard::Call& call);
http::Response delete_guest(guard::Call& call);

} // namespace tickets
