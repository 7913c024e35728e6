#pragma once

#include "kernel/files/files.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/guard/site.hpp"

namespace mailbox
{

http::Response list_received(guard::Call& call);
http::Response show_received(guard::Call& call);
http::Response create_addition(guard::Call& call);
http::Response create_from_mail(guard::Call& call);
http::Response create_rejection(guard::Call& call);

/// How many wait, on « Ma journée ».
html::Html waiting_panel(guard::Call& call);

/// Received messages as lists about many objects show them.
guard::SubjectKind::Lines received_lines(tenancy::WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids);

/// Opens files of received messages to who may decide about them.
void guard_received_file(tenancy::WorkspaceTransaction& tx, const files::File& file);

} // namespace mailbox
