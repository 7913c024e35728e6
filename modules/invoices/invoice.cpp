#include "modules/invoices/invoice.hpp"

namespace invoices
{
namespace
{

struct Passage {
    InvoiceState from;
    InvoiceMove move;
    InvoiceState to;
};

constexpr Passage passages[] = {
    {InvoiceState::draft, InvoiceMove::check, InvoiceState::checked},
    {InvoiceState::draft, InvoiceMove::edit, InvoiceState::draft},
    {InvoiceState::checked, InvoiceMove::edit, InvoiceState::draft},
    {InvoiceState::draft, InvoiceMove::issue, InvoiceState::issued},
    {InvoiceState::checked, InvoiceMove::issue, InvoiceState::issued},
    {InvoiceState::issued, InvoiceMove::cancel, InvoiceState::cancelled},
};

} // namespace

std::optional<InvoiceState> after(InvoiceState state, InvoiceMove move)
{
    for (const auto& passage : passages)
        if (passage.from == state && passage.move == move) return passage.to;
    return {};
}

bool is_open(InvoiceState state)
{
    return state == InvoiceState::draft || state == InvoiceState::checked;
}

const char* series_of(InvoiceKind kind)
{
    return kind == InvoiceKind::credit_note ? credit_series : invoice_series;
}

bool has_typed_lines(InvoiceKind kind)
{
    return kind == InvoiceKind::invoice;
}

} // namespace invoices
