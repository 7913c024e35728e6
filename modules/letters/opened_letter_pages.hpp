#pragma once

#include "kernel/documents/documents.hpp"
#include "kernel/guard/call.hpp"
#include "modules/letters/letter_store.hpp"

#include <string>
#include <vector>

namespace letters
{

/// The letter of the address with what its pages need beside it.
struct OpenedLetter {
    Letter letter;
    std::string client_name;
    std::vector<Issue> issues; ///< the newest first
};
OpenedLetter opened(guard::Call& call);

/// As it would leave today with these words.
documents::Document paper_of(const guard::Call& call, const Letter& letter,
                             const std::string& title, const Content& content);
/// The kept PDF of what left, signed where it was. Refuses "letters.refusal.paper_waits" (409)
/// until it is drawn.
http::Response kept_paper(const guard::Call& call, const Letter& letter, std::int64_t issue);
/// The PDF of what left, from its frozen words, to be signed. Refuses as kept_paper.
std::string drawn_again(const guard::Call& call, const Issue& issue);

} // namespace letters
