#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace secrets
{

/// Whether somebody who knows people, keyboards and this business would try the password early
///. `context` is what is known of the person: names, the business, the local part of the
/// address. Accents, case and the usual letter-like digits (0 for o, @ for a) count for nothing. A
/// password is predictable when, once the common words, the context, years, keyboard walks,
/// alphabet and digit runs, and repeated pieces are taken out, fewer than six characters are left.
bool is_predictable(std::string_view password, const std::vector<std::string>& context = {});

} // namespace secrets
