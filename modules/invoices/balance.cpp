#include "modules/invoices/balance.hpp"

namespace invoices
{

PaymentState state_of(const Balance& balance)
{
    const base::Cents nothing;
    if (balance.refunded > nothing && balance.kept() <= nothing) return PaymentState::refunded;
    if (balance.left() <= nothing) return PaymentState::paid;
    return balance.kept() > nothing ? PaymentState::partial : PaymentState::unpaid;
}

bool is_late(const Balance& balance, const std::optional<base::Date>& due_on, base::Date today)
{
    return due_on && *due_on < today && balance.left() > base::Cents{};
}

} // namespace invoices
