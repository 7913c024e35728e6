#include "modules/quotes/quote_life_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_store.hpp"

namespace quotes
{
namespace
{

using base::Refusal;
using tenancy::WorkspaceTransaction;

/// Of the team; a client is nobody here, as the platform itself is.
std::optional<tenancy::MembershipId> member_of(const WorkspaceTransaction& tx)
{
    const auto& actor = tx.actor();
    const bool is_team = actor.side == tenancy::Side::staff && actor.membership;
    return is_team ? std::optional{actor.membership} : std::nullopt;
}

/// As the journal names it.
std::string_view action_of(What what)
{
    switch (what) {
    case What::sent:
        return "quotes.sent";
    case What::seen:
        return "quotes.seen";
    case What::followed_up:
        return "quotes.followed_up";
    case What::asked:
        return "quotes.asked";
    case What::declined:
        return "quotes.declined";
    case What::refused:
        return "quotes.refused";
    case What::expired:
        return "quotes.expired";
    case What::extended:
        return "quotes.extended";
    case What::replaced:
        return "quotes.replaced";
    case What::cancelled:
        return "quotes.cancelled";
    case What::accepted:
        break;
    }
    return "quotes.accepted";
}

/// What a client signed on paper is not accepted by who records it.
bool is_recorded(const WorkspaceTransaction& tx, What what)
{
    return what == What::accepted && member_of(tx);
}

std::vector<audit::Change> changes_of(const std::string& words)
{
    if (words.empty()) return {};
    return {{"words", "", words}};
}

} // namespace

void touch_quote(WorkspaceTransaction& tx, QuoteId quote)
{
    events::touch(tx, "quotes");
    events::touch(tx, "quote:" + quote.text());
}

sale_documents::CodeBearer bearer_of(const Quote& quote)
{
    return {.document = sale_documents::CodeDocument::quote,
            .id = quote.id.value,
            .client = quote.client_id};
}

Quote quote_by_id(WorkspaceTransaction& tx, QuoteId id)
{
    auto quote = QuoteStore{tx}.find(id);
    if (!quote) throw base::NotFound{};
    return *quote;
}

Quote moved(Quote quote, QuoteMove move)
{
    const auto next = after(quote.state, move);
    const std::string state{forms::enum_name(quote.state)};
    if (!next) throw Refusal{"quotes.refusal.is." + state, {}, Refusal::Kind::Conflict};
    quote.state = *next;
    return quote;
}

void settle(WorkspaceTransaction& tx, Quote quote, What what, const std::string& words)
{
    quote.updated_at = base::now();
    if (!QuoteStore{tx}.move(quote, quote.version))
        throw Refusal{"quotes.refusal.changed_since", {}, Refusal::Kind::Conflict};
    tell(tx, quote.id, what, words);
}

void tell(WorkspaceTransaction& tx, QuoteId quote, What what, const std::string& words)
{
    IssueStore{tx}.insert(Event{.id = tx.make_id<EventId>(),
                                .quote_id = quote,
                                .what = what,
                                .at = base::now(),
                                .by_member = member_of(tx),
                                .words = words});
    audit::append(tx, {.action = is_recorded(tx, what) ? "quotes.recorded" : action_of(what),
                       .subject_kind = "quote",
                       .subject = quote.value,
                       .changes = changes_of(words)});
    touch_quote(tx, quote);
}

} // namespace quotes
