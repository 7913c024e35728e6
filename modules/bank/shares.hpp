#pragma once

#include "modules/bank/proposal.hpp"
#include "modules/invoices/invoices.hpp"

#include <optional>
#include <vector>

/// What of a transfer each invoice takes. Pure.
namespace bank
{

struct Chosen {
    Owed owed;
    std::optional<base::Cents> asked; ///< nothing: what is left of the transfer, up to what is due
};
struct Share {
    invoices::InvoiceId invoice;
    base::Cents amount; ///< above zero
};
inline constexpr std::size_t shares_max = 50;

/// Together they are the amount, to the cent. What is left over is refused, or kept to the client's
/// credit on the last one. Refuses "bank.refusal.no_invoice", ".too_many", ".two_clients",
/// ".beyond" {amount}, ".nothing_for" {number}, ".rest" {rest}.
std::vector<Share> shares_of(base::Cents amount, const std::vector<Chosen>& chosen,
                             invoices::Surplus surplus, base::Currency currency);

} // namespace bank
