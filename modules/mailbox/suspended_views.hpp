#pragma once

#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace mailbox
{

struct SuspendedAddress {
    std::string email;
    std::string since;
    std::string words; ///< of the server
};
struct SuspendedView {
    std::string whose; ///< name of the field that says it: "client", "member"
    std::string id;
    std::vector<SuspendedAddress> addresses;
    html::Url resume;
    bool may_resume = false;
    html::Html guard;
};
/// One warning an address; nothing when there is none.
html::Html suspended_banners(const SuspendedView& view);

} // namespace mailbox
