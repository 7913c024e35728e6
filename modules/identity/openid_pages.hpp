#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

#include <string>

namespace identity
{

/// Sends the visitor to the provider of the path.
http::Response start_openid(guard::Call& call);
/// He comes back, to the one address that every provider knows for the team and for all portals.
http::Response finish_openid(guard::Call& call);
http::Response unlink_openid(guard::Call& call);

/// "1" in the query of start_openid: who is signed in proves once more to be himself.
inline constexpr std::string_view again_name = "encore";
/// The same for each provider that the signed-in person is linked to, then back to `next`. Reads
/// the database.
html::Html openid_proof_buttons(guard::Call& call, const std::string& next);

/// « Continuer avec … » for each configured provider, on the side of the request.
html::Html openid_buttons(const guard::Call& call, const std::string& next);
/// The identities of the signed-in person, for his account page. Reads the database.
html::Html openid_identities(guard::Call& call);

/// To be called with the answer to a sign-in that is complete, second factor included: when this
/// browser carries the identity of that very person it is linked, and the next page says so.
void complete_link(guard::Call& call, http::Response& response, const auth::Person& person);

} // namespace identity
