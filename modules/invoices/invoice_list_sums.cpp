#include "modules/invoices/invoice_list_store.hpp"

namespace invoices
{

base::Cents left_of(const InvoiceRow& row)
{
    const auto balance = row.balance();
    const bool is_owed = row.kind != InvoiceKind::credit_note && !is_open(row.state) &&
                         state_of(balance) != PaymentState::refunded;
    return is_owed && balance.left() > base::Cents{} ? balance.left() : base::Cents{};
}

ListSums sums_of(const std::vector<InvoiceRow>& rows)
{
    ListSums sums;
    for (const auto& row : rows) {
        const auto gross = row.gross.value_or(base::Cents{});
        const auto net = row.net.value_or(base::Cents{});
        const bool takes_off = row.kind == InvoiceKind::credit_note;
        ++sums.count;
        sums.gross += takes_off ? -gross : gross;
        sums.net += takes_off ? -net : net;
        sums.left_due += left_of(row);
    }
    return sums;
}

} // namespace invoices
