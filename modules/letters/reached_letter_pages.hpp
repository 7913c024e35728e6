#pragma once

#include "kernel/guard/call.hpp"
#include "modules/letters/letter.hpp"

#include <string>

namespace letters
{

/// What left, as its client reaches it.
struct ReachedLetter {
    Letter letter;
    Issue issue; ///< the last one that left
};
/// By his portal or by a link; base::NotFound for what never left, is not his, or was forgotten,
/// and by a link once a version went to another address or was handed over.
ReachedLetter reached(guard::Call& call);

/// He came by a link and has no account.
bool has_link(const guard::Call& call);
/// "/p/charpentes/courriers/42", or that of the link.
std::string client_path(const guard::Call& call);
/// A contract whose last version waits for its client.
bool is_signable(const ReachedLetter& reached);
/// Of one of his client's affairs only: he sees no letter.
bool may_see_letters(tenancy::WorkspaceTransaction& tx);

} // namespace letters
