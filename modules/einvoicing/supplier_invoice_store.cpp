#include "modules/einvoicing/supplier_invoice_store.hpp"

#include "kernel/forms/field_types.hpp"

#include <limits>

namespace einvoicing
{
namespace
{

struct StateCount {
    InvoiceState state = InvoiceState::to_check;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, count))

constexpr db::Table<SupplierInvoice> invoice_table{"einvoicing_supplier_invoice"};

constexpr db::Query find_number{"einvoicing.alike", R"sql(
    SELECT id FROM einvoicing_supplier_invoice
     WHERE workspace_id = :workspace AND seller_key = :seller AND number = :number
)sql"};

constexpr db::Query find_one{"einvoicing.supplier_invoice", R"sql(
    SELECT id, reception_id, seller_key, seller_name, search_key, seller_siren, seller_siret,
           seller_vat_number, seller_country, buyer_name, number, kind, is_credit_note, issued_on,
           due_on, currency, net, tax, gross, due, iban, order_number, preceding, taxes, lines,
           line_count, state, reason, reason_words, received_at, decided_at, decided_by, paid_on
      FROM einvoicing_supplier_invoice
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query write_decision{"einvoicing.decide", R"sql(
    UPDATE einvoicing_supplier_invoice
       SET state = :state, reason = :reason, reason_words = :words, decided_at = :decided_at,
           decided_by = :decided_by, paid_on = :paid_on
     WHERE workspace_id = :workspace AND id = :id AND state = :from
)sql"};

constexpr db::Query list_invoices{"einvoicing.supplier_invoices", R"sql(
    SELECT id, reception_id, seller_key, seller_name, search_key, seller_siren, seller_siret,
           seller_vat_number, seller_country, buyer_name, number, kind, is_credit_note, issued_on,
           due_on, currency, net, tax, gross, due, iban, order_number, preceding, taxes,
           '' AS lines, line_count, state, reason, reason_words, received_at, decided_at,
           decided_by, paid_on
      FROM einvoicing_supplier_invoice
     WHERE workspace_id = :workspace AND id < :before
       AND (CAST(:state AS TEXT) = '' OR state = :state)
       AND (CAST(:word AS TEXT) = ''
            OR replace(' ' || search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || search_key)
     ORDER BY id DESC
     LIMIT :limit
)sql"};

constexpr db::Query count_states{"einvoicing.count_by_state", R"sql(
    SELECT state, count(*) AS count
      FROM einvoicing_supplier_invoice
     WHERE workspace_id = :workspace
     GROUP BY state
     ORDER BY state
)sql"};

} // namespace

void SupplierInvoiceStore::insert(const SupplierInvoice& invoice)
{
    tx_.insert(invoice_table, invoice);
}

std::optional<SupplierInvoice> SupplierInvoiceStore::find(SupplierInvoiceId id)
{
    return tx_.find<SupplierInvoice>(find_one, {{"id", id}});
}

std::optional<SupplierInvoiceId> SupplierInvoiceStore::find_alike(const SupplierInvoice& invoice)
{
    return tx_.value<SupplierInvoiceId>(
        find_number, {{"seller", invoice.seller_key}, {"number", invoice.number}});
}

bool SupplierInvoiceStore::decide(const SupplierInvoice& invoice, InvoiceState from)
{
    return tx_.execute(write_decision, {{"id", invoice.id},
                                        {"from", from},
                                        {"state", invoice.state},
                                        {"reason", invoice.reason},
                                        {"words", invoice.reason_words},
                                        {"decided_at", invoice.decided_at},
                                        {"decided_by", invoice.decided_by},
                                        {"paid_on", invoice.paid_on}}) == 1;
}

std::vector<SupplierInvoice> SupplierInvoiceStore::list(const InvoiceSearch& search)
{
    const auto before =
        search.before ? search.before.value : std::numeric_limits<std::int64_t>::max();
    const std::string state{search.state ? forms::enum_name(*search.state) : std::string_view{}};
    return tx_.rows<SupplierInvoice>(list_invoices,
                                     {{"before", before},
                                      {"state", state},
                                      {"word", search.word},
                                      {"limit", static_cast<std::int64_t>(search.limit)}});
}

std::map<InvoiceState, std::int64_t> SupplierInvoiceStore::counts()
{
    std::map<InvoiceState, std::int64_t> counts;
    for (const auto& row : tx_.rows<StateCount>(count_states))
        counts[row.state] = row.count;
    return counts;
}

} // namespace einvoicing
