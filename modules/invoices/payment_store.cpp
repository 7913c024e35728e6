#include "modules/invoices/payment_store.hpp"

namespace invoices
{
namespace
{

struct BalanceRow {
    InvoiceId invoice_id;
    base::Cents due;
    base::Cents credited;
    base::Cents paid;
    base::Cents refunded;
};
BOOST_DESCRIBE_STRUCT(BalanceRow, (), (invoice_id, due, credited, paid, refunded))

constexpr db::Table<Payment> payment_table{"invoices_payment"};
constexpr db::Table<BalanceRow> balance_table{"invoices_balance"};

constexpr db::Query find_payment{"invoices.payment_of_provider", R"sql(
    SELECT id, invoice_id, kind, amount, received_on, means, provider, reference, recorded_by,
           recorded_at
      FROM invoices_payment
     WHERE workspace_id = :workspace AND provider = :provider AND reference = :reference
)sql"};

constexpr db::Query payments_of{"invoices.payments", R"sql(
    SELECT id, invoice_id, kind, amount, received_on, means, provider, reference, recorded_by,
           recorded_at
      FROM invoices_payment
     WHERE workspace_id = :workspace AND invoice_id = :invoice
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query sum_balance{"invoices.sum_balance", R"sql(
    UPDATE invoices_balance
       SET paid = (SELECT COALESCE(sum(CASE WHEN p.kind = 'payment' THEN p.amount
                                            WHEN p.kind = 'rejection' THEN -p.amount
                                            ELSE 0 END), 0)
                     FROM invoices_payment p
                    WHERE p.workspace_id = invoices_balance.workspace_id
                      AND p.invoice_id = invoices_balance.invoice_id),
           refunded = (SELECT COALESCE(sum(CASE WHEN p.kind = 'refund' THEN p.amount ELSE 0 END), 0)
                         FROM invoices_payment p
                        WHERE p.workspace_id = invoices_balance.workspace_id
                          AND p.invoice_id = invoices_balance.invoice_id),
           credited = (SELECT COALESCE(sum(n.due), 0)
                         FROM invoices_invoice c
                         JOIN invoices_balance n ON n.workspace_id = c.workspace_id
                                                AND n.invoice_id = c.id
                        WHERE c.workspace_id = invoices_balance.workspace_id
                          AND c.credits_id = invoices_balance.invoice_id)
     WHERE workspace_id = :workspace AND invoice_id = :invoice
)sql"};

constexpr db::Query find_balance{"invoices.balance", R"sql(
    SELECT due, credited, paid, refunded FROM invoices_balance
     WHERE workspace_id = :workspace AND invoice_id = :invoice
)sql"};

/// Writing it holds its row on both engines.
constexpr db::Query hold_balance{"invoices.hold_balance", R"sql(
    UPDATE invoices_balance SET due = due
     WHERE workspace_id = :workspace AND invoice_id = :invoice
    RETURNING due, credited, paid, refunded
)sql"};

/// A credit note stands in a view of its own, whatever became of it.
constexpr db::Query stand{"invoices.stand", R"sql(
    UPDATE invoices_invoice SET standing = :standing
     WHERE workspace_id = :workspace AND id = :invoice AND state = 'issued'
       AND kind <> 'credit_note'
)sql"};

std::string_view standing_of(const Balance& balance)
{
    switch (state_of(balance)) {
    case PaymentState::paid:
        return "paid";
    case PaymentState::refunded:
        return "refunded";
    case PaymentState::unpaid:
    case PaymentState::partial:
        break;
    }
    return "unpaid";
}

} // namespace

void PaymentStore::insert(const Payment& payment)
{
    tx_.insert(payment_table, payment);
}

std::optional<Payment> PaymentStore::find(std::string_view provider, std::string_view reference)
{
    return tx_.find<Payment>(find_payment, {{"provider", provider}, {"reference", reference}});
}

std::vector<Payment> PaymentStore::of(InvoiceId invoice)
{
    return tx_.rows<Payment>(payments_of, {{"invoice", invoice}, {"limit", payments_max}});
}

void PaymentStore::open(InvoiceId invoice, base::Cents due)
{
    tx_.insert(balance_table, BalanceRow{.invoice_id = invoice, .due = due});
    tx_.execute(stand, {{"invoice", invoice}, {"standing", standing_of({.due = due})}});
}

void PaymentStore::sum(InvoiceId invoice)
{
    tx_.execute(sum_balance, {{"invoice", invoice}});
    tx_.execute(stand, {{"invoice", invoice}, {"standing", standing_of(balance(invoice))}});
}

Balance PaymentStore::held(InvoiceId invoice)
{
    return tx_.find<Balance>(hold_balance, {{"invoice", invoice}}).value_or(Balance{});
}

Balance PaymentStore::balance(InvoiceId invoice)
{
    return tx_.find<Balance>(find_balance, {{"invoice", invoice}}).value_or(Balance{});
}

} // namespace invoices
