#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/sale.hpp"
#include "modules/crm/crm.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <vector>

namespace accounting
{

/// Money that came for a sale, or went back: only ever added.
struct Receipt {
    invoices::PaymentId id;
    invoices::InvoiceId sale_id;
    invoices::PaymentKind kind = invoices::PaymentKind::payment;
    base::Date day;
    invoices::PaymentMeans means = invoices::PaymentMeans::transfer;
    std::string reference;
    base::Cents amount; ///< above zero, whichever way it went
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (id, sale_id, kind, day, means, reference, amount))

/// Every statement on what was sold and what came for it.
class SaleStore
{
  public:
    explicit SaleStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// « C00042 », given once.
    std::string party_of(tenancy::ClientId client);
    void insert(const Sale& sale);
    std::optional<Sale> find(invoices::InvoiceId id);
    bool insert_once(const Receipt& receipt); ///< false: it was there
    /// What deposits of that quote asked, less what was credited of them.
    base::Cents advance(std::int64_t quote_id);
    /// A balance of that quote was issued, and not all of it was credited.
    bool has_standing_balance(std::int64_t quote_id);

    std::vector<DueTax> due_taxes(invoices::InvoiceId sale);
    void insert_due(const std::vector<DueTax>& taxes);
    void update_due(const std::vector<DueTax>& taxes);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

/// The number of who is merged away stands in where the one that stays has none.
crm::ClientRows party_rows();

} // namespace accounting
