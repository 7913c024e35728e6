#pragma once

#include <string>
#include <string_view>

namespace incidents
{

/// What a script said, without what could name somebody: words with an @ and numbers of four digits
/// or more are blanked; cut after 300 characters.
std::string without_people(std::string_view message);

/// "/e/vigie/tickets/T-2026-00042?q=Le+Bihan" → "/e/vigie/tickets/{}": no query, and no segment
/// that names an object or carries a secret.
std::string page_without_objects(std::string_view path);

} // namespace incidents
