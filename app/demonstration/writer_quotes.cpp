#include "app/demonstration/quote_writing.hpp"
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

} // namespace

quotes::QuoteId write_draft(tenancy::Context& author, quotes::Quote quote,
                            const std::vector<quotes::Line>& lines)
{
    return author.write([&](WorkspaceTransaction& tx) {
        auto begun = quote;
        begun.valid_until = last_day(author);
        const auto id = quotes::start_quote(tx, begun);
        begun = quotes::quote_by_id(tx, id);
        const auto all = counted(begun.terms(), lines, sale_documents::books_of(tx.workspace()));
        begun.gross = all.figures.value().totals.gross;
        quotes::save_quote(tx, begun, lines, begun.version);
        return id;
    });
}

void send_draft(tenancy::Context& author, quotes::QuoteId quote, const Client& to)
{
    author.write([&](WorkspaceTransaction& tx) {
        quotes::send_quote(tx, {.quote = quote,
                                .seen_version = quotes::quote_by_id(tx, quote).version,
                                .way = to.email.empty() ? quotes::Way::hand : quotes::Way::mail,
                                .to_name = to.name,
                                .to_email = to.email,
                                .words = {},
                                .valid_until = last_day(author)});
    });
}

void Writer::write_quotes(const tenancy::Workspace& workspace, const std::vector<ShownQuote>& all)
{
    for (const auto& shown : all) {
        tenancy::Context author{database_, workspace, {.membership = members_[shown.member]}};
        auto quote = shown.quote;
        quote.client_id = clients_[shown.client];
        const auto id = write_draft(author, quote, shown.lines);
        if (shown.quote.state == quotes::QuoteState::draft) continue;
        send_draft(author, id, material_.clients[shown.client]);
        if (shown.quote.state != quotes::QuoteState::declined) continue;
        author.write([&](WorkspaceTransaction& tx) { decline_quote(tx, id, shown.reason); });
    }
}

} // namespace demonstration
