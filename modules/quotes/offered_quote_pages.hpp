#pragma once

#include "kernel/guard/call.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/issue.hpp"
#include "modules/signatures/signatures.hpp"

#include <vector>

namespace quotes
{

/// What is on the table when somebody signs: the lines with the options that are ticked in the
/// address, counted, and the very paper of them.
struct Offered {
    Quote quote;
    Issue issue;
    std::vector<Line> lines;
    Counted counted;
    signatures::Shown shown;
};
/// Of a quote that was sent. Refuses "quotes.refusal.paper_waits" as a conflict until its paper is
/// drawn, and what cannot be counted with those options.
Offered offered(guard::Call& call, const Quote& quote);
/// What accepting it writes, once that signature is in the journal.
Acceptance acceptance_of(const Offered& offered, const signatures::Signature& signature);
/// Those pages, to read before signing; kept by nobody.
http::Response serve_offered(const Offered& offered);

} // namespace quotes
