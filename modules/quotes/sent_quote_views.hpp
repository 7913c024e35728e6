#pragma once

#include "kernel/html/html.hpp"
#include "modules/quotes/issue.hpp"
#include "modules/quotes/quote.hpp"

#include <map>
#include <string>
#include <vector>

namespace quotes
{

/// A sent quote for the team.
struct SentQuoteView {
    std::string slug;
    Quote quote;
    std::vector<Line> lines;
    std::string client_name;
    Books books;
    html::Html guard;
    bool may_manage = false;
    bool may_record = false; ///< what was signed on paper
    std::string link;        ///< what opens it without an account
    base::Date proposed_until;
    base::Instant now;
    std::string zone;
    Issue issue{};
    Counted counted{}; ///< as frozen
    std::vector<Event> events{};
    std::map<tenancy::MembershipId, std::string> names{};
    html::Html panels{}; ///< of other modules, once it is accepted
};
html::Html sent_quote(const SentQuoteView& view);
/// For the bar.
html::Html sent_quote_actions(const SentQuoteView& view);

} // namespace quotes
