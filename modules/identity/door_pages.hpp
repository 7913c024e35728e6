#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/html.hpp"
#include "kernel/secrets/password.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace identity
{

/// The pages of accounts exist twice: for the team at "/connexion", for the clients of a business
/// at "/p/{workspace}/connexion". These tell which side a request is on.
tenancy::Side side_of(const guard::Call& call);
/// "/connexion" → "/connexion" or "/p/vigie/connexion".
std::string on_side(const guard::Call& call, std::string_view path);
html::Url url_on_side(const guard::Call& call, std::string_view path);

/// Where somebody who has just come in is taken when he asked for nothing: his one workspace, else
/// the chooser; on a portal, its first page.
std::string landing(guard::Call& call, const auth::Person& person);

/// Inside the split layout; on the team's side with its panel.
http::Response render_door(guard::Call& call, guard::AuthPage page);

/// Puts the session's token into the cookie of this side.
void set_session(const guard::Call& call, http::Response& response, std::string_view token,
                 std::optional<std::chrono::seconds> kept_for = {});

/// The queue of the installation behind this site; weaker in test mode.
secrets::PasswordQueue& passwords(const guard::Site& site);

/// Whether this address or e-mail asked for too many mails lately (three an hour each e-mail, ten
/// each address): then nothing more is sent, and the page says the same.
bool sends_too_many(const guard::Call& call, std::string_view email);

} // namespace identity
