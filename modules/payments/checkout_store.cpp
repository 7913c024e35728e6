#include "modules/payments/checkout_store.hpp"

namespace payments
{
namespace
{

constexpr db::Table<Checkout> checkout_table{"payments_checkout"};

constexpr db::Query find_one{"payments.checkout", R"sql(
    SELECT id, invoice_id, provider, amount, state, reference, address, cause, created_at, ends_at,
           looks, payment, charge_on, other_currency
      FROM payments_checkout WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_by_reference{"payments.checkout_by_reference", R"sql(
    SELECT id, invoice_id, provider, amount, state, reference, address, cause, created_at, ends_at,
           looks, payment, charge_on, other_currency
      FROM payments_checkout
     WHERE workspace_id = :workspace AND provider = :provider AND reference = :reference
     ORDER BY id LIMIT 1
)sql"};

constexpr db::Query find_by_payment{"payments.checkout_by_payment", R"sql(
    SELECT id, invoice_id, provider, amount, state, reference, address, cause, created_at, ends_at,
           looks, payment, charge_on, other_currency
      FROM payments_checkout
     WHERE workspace_id = :workspace AND provider = :provider AND payment = :payment
     ORDER BY id LIMIT 1
)sql"};

constexpr db::Query of_invoice{"payments.checkouts_of_invoice", R"sql(
    SELECT id, invoice_id, provider, amount, state, reference, address, cause, created_at, ends_at,
           looks, payment, charge_on, other_currency
      FROM payments_checkout WHERE workspace_id = :workspace AND invoice_id = :invoice
     ORDER BY id DESC LIMIT :limit
)sql"};

constexpr db::Query update_one{"payments.update_checkout", R"sql(
    UPDATE payments_checkout
       SET state = :state, reference = :reference, address = :address, cause = :cause,
           ends_at = :ends_at, looks = :looks, payment = :payment,
           charge_on = :charge_on, other_currency = :other_currency
     WHERE workspace_id = :workspace AND id = :id
)sql"};

} // namespace

void CheckoutStore::insert(const Checkout& checkout)
{
    tx_.insert(checkout_table, checkout);
}

void CheckoutStore::update(const Checkout& checkout)
{
    tx_.execute(update_one, {{"id", checkout.id},
                             {"state", checkout.state},
                             {"reference", checkout.reference},
                             {"address", checkout.address},
                             {"cause", checkout.cause},
                             {"ends_at", checkout.ends_at},
                             {"looks", checkout.looks},
                             {"payment", checkout.payment},
                             {"charge_on", checkout.charge_on},
                             {"other_currency", checkout.other_currency}});
}

std::optional<Checkout> CheckoutStore::find(CheckoutId id)
{
    return tx_.find<Checkout>(find_one, {{"id", id}});
}

std::optional<Checkout> CheckoutStore::find(std::string_view provider, std::string_view reference)
{
    return tx_.find<Checkout>(find_by_reference,
                              {{"provider", provider}, {"reference", reference}});
}

std::optional<Checkout> CheckoutStore::find_paying(std::string_view provider,
                                                   std::string_view payment)
{
    return tx_.find<Checkout>(find_by_payment, {{"provider", provider}, {"payment", payment}});
}

std::vector<Checkout> CheckoutStore::of(invoices::InvoiceId invoice)
{
    return tx_.rows<Checkout>(of_invoice, {{"invoice", invoice}, {"limit", shown_max}});
}

} // namespace payments
