#include "modules/invoices/issue_store.hpp"

namespace invoices
{
namespace
{

constexpr db::Table<Issue> issue_table{"invoices_issue"};
constexpr db::Table<Event> event_table{"invoices_event"};

constexpr db::Query find_issue{"invoices.issue", R"sql(
    SELECT invoice_id, way, to_name, to_email, words, issued_by, figures, identity, parties, buyer,
           terms, look, paper, paper_sha256
      FROM invoices_issue
     WHERE workspace_id = :workspace AND invoice_id = :invoice
)sql"};

constexpr db::Query keep_paper{"invoices.set_paper", R"sql(
    UPDATE invoices_issue SET paper = :file, paper_sha256 = :sha256
     WHERE workspace_id = :workspace AND invoice_id = :invoice AND paper IS NULL
)sql"};

constexpr db::Query events_of_invoice{"invoices.events", R"sql(
    SELECT id, invoice_id, what, at, by_member, words
      FROM invoices_event
     WHERE workspace_id = :workspace AND invoice_id = :invoice
     ORDER BY id DESC LIMIT :limit
)sql"};

} // namespace

void IssueStore::insert(const Issue& issue)
{
    tx_.insert(issue_table, issue);
}

std::optional<Issue> IssueStore::find(InvoiceId invoice)
{
    return tx_.find<Issue>(find_issue, {{"invoice", invoice}});
}

bool IssueStore::set_paper(InvoiceId invoice, std::int64_t file, const std::string& sha256)
{
    return tx_.execute(keep_paper, {{"invoice", invoice}, {"file", file}, {"sha256", sha256}}) == 1;
}

void IssueStore::insert(const Event& event)
{
    tx_.insert(event_table, event);
}

std::vector<Event> IssueStore::events(InvoiceId invoice)
{
    return tx_.rows<Event>(events_of_invoice, {{"invoice", invoice}, {"limit", events_max}});
}

} // namespace invoices
