#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/quotes/quote.hpp"
#include "modules/quotes/quote_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quotes
{

/// A sent quote for its client.
struct ClientQuoteView {
    Quote quote;
    html::Url path;
    html::Url paper;
    html::Url decline;
    html::Url ask;
    html::Url sign; ///< with what is ticked
    html::Html guard;
    guard::FormView decline_fields;
    guard::FormView ask_fields;
    bool is_declining = false; ///< what was typed is shown again
    bool is_asking = false;
    bool is_answerable = false;
    bool is_expired = false;
    bool is_by_link = false;
    std::string name; ///< of the business
    std::string zone;
    Books books;
    std::vector<Line> lines{};
    Counted counted{};
    bool has_paper = false;
    std::optional<base::Instant> cancelled_at{};
    sale_documents::Business business{};
};
html::Html client_quote(const ClientQuoteView& view);

struct OwnQuotesView {
    std::string slug;
    base::Currency currency = base::Currency::EUR;
    std::vector<QuoteRow> rows{};
};
html::Html own_quotes(const OwnQuotesView& view);
/// For the first page of the portal; nothing without a quote.
html::Html own_quotes_card(const OwnQuotesView& view);

} // namespace quotes
