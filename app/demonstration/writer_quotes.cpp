#include "app/demonstration/shown_quote.hpp"
#include "app/demonstration/writer.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/quote_actions.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/sending_actions.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <chrono>

namespace demonstration
{
namespace
{

using tenancy::WorkspaceTransaction;

base::Date last_day(const tenancy::Context& context)
{
    return {context.today().day + std::chrono::days{quotes::validity_days}};
}

quotes::QuoteId write_draft(tenancy::Context& context, const ShownQuote& shown,
                            tenancy::ClientId client)
{
    return context.write([&](WorkspaceTransaction& tx) {
        auto quote = shown.quote;
        quote.client_id = client;
        quote.valid_until = last_day(context);
        const auto id = quotes::start_quote(tx, quote);
        quote = quotes::quote_by_id(tx, id);
        const auto all =
            counted(quote.terms(), shown.lines, sale_documents::books_of(tx.workspace()));
        quote.gross = all.figures.value().totals.gross;
        quotes::save_quote(tx, quote, shown.lines, quote.version);
        return id;
    });
}

void send(tenancy::Context& context, quotes::QuoteId id, const Client& client)
{
    context.write([&](WorkspaceTransaction& tx) {
        quotes::send_quote(tx, {.quote = id,
                                .seen_version = quotes::quote_by_id(tx, id).version,
                                .way = client.email.empty() ? quotes::Way::hand : quotes::Way::mail,
                                .to_name = client.name,
                                .to_email = client.email,
                                .words = {},
                                .valid_until = last_day(context)});
    });
}

} // namespace

void Writer::write_quotes(const tenancy::Workspace& workspace, const std::vector<ShownQuote>& all)
{
    for (const auto& shown : all) {
        tenancy::Context author{database_, workspace, {.membership = members_[shown.member]}};
        const auto id = write_draft(author, shown, clients_[shown.client]);
        if (shown.quote.state == quotes::QuoteState::draft) continue;
        send(author, id, material_.clients[shown.client]);
        if (shown.quote.state != quotes::QuoteState::declined) continue;
        author.write([&](WorkspaceTransaction& tx) { decline_quote(tx, id, shown.reason); });
    }
}

} // namespace demonstration
