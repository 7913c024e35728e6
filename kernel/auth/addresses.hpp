#pragma once

#include "kernel/auth/auth.hpp"

#include <string_view>

namespace auth
{

/// The address somebody signs in with, once a link sent to it proved that it is his. Links sent to
/// the old one open nothing any more. Refusal « auth.refusal.email_taken »; does nothing for an
/// account with a user name.
void change_email(db::Transaction& tx, tenancy::PersonId person, std::string_view email);

} // namespace auth
