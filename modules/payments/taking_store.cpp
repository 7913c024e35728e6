#include "modules/payments/taking_store.hpp"

namespace payments
{
namespace
{

constexpr int takings_max = 50; ///< of one invoice

constexpr db::Query find_one{"payments.taking", R"sql(
    SELECT id, provider, reference, checkout_id, amount, refunded, taken_at, recorded,
           recorded_refunds, recorded_losses, lines
      FROM payments_taking WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_by_reference{"payments.taking_by_reference", R"sql(
    SELECT id, provider, reference, checkout_id, amount, refunded, taken_at, recorded,
           recorded_refunds, recorded_losses, lines
      FROM payments_taking
     WHERE workspace_id = :workspace AND provider = :provider AND reference = :reference
)sql"};

constexpr db::Query of_invoice{"payments.takings_of_invoice", R"sql(
    SELECT t.id, t.provider, t.reference, t.checkout_id, t.amount, t.refunded, t.taken_at,
           t.recorded, t.recorded_refunds, t.recorded_losses, t.lines
      FROM payments_taking t
      JOIN payments_checkout c ON c.workspace_id = t.workspace_id AND c.id = t.checkout_id
     WHERE t.workspace_id = :workspace AND c.invoice_id = :invoice
     ORDER BY t.id LIMIT :limit
)sql"};

/// Each figure grows or stays; writing holds the row on both engines.
constexpr db::Query raise_taking{"payments.raise_taking", R"sql(
    INSERT INTO payments_taking (workspace_id, id, provider, reference, checkout_id, amount,
                                 refunded, taken_at, recorded, recorded_refunds, recorded_losses,
                                 lines)
    VALUES (:workspace, :id, :provider, :reference, :checkout, :amount, :refunded, :taken_at,
            0, 0, 0, 0)
    ON CONFLICT (workspace_id, provider, reference) DO UPDATE
       SET checkout_id = COALESCE(payments_taking.checkout_id, excluded.checkout_id),
           amount = CASE WHEN excluded.amount > payments_taking.amount
                         THEN excluded.amount ELSE payments_taking.amount END,
           refunded = CASE WHEN excluded.refunded > payments_taking.refunded
                           THEN excluded.refunded ELSE payments_taking.refunded END,
           taken_at = COALESCE(payments_taking.taken_at, excluded.taken_at)
    RETURNING id, provider, reference, checkout_id, amount, refunded, taken_at, recorded,
              recorded_refunds, recorded_losses, lines
)sql"};

constexpr db::Query set_taking{"payments.set_taking", R"sql(
    UPDATE payments_taking SET amount = :amount, refunded = :refunded
     WHERE workspace_id = :workspace AND id = :id
    RETURNING id, provider, reference, checkout_id, amount, refunded, taken_at, recorded,
              recorded_refunds, recorded_losses, lines
)sql"};

constexpr db::Query note_lines{"payments.note_recorded", R"sql(
    UPDATE payments_taking
       SET recorded = :recorded, recorded_refunds = :refunds, recorded_losses = :losses,
           lines = :lines
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query raise_dispute{"payments.raise_dispute", R"sql(
    INSERT INTO payments_dispute (workspace_id, provider, reference, payment, amount, is_withdrawn,
                                  is_reinstated)
    VALUES (:workspace, :provider, :reference, :payment, :amount, :withdrawn, :reinstated)
    ON CONFLICT (workspace_id, provider, reference) DO UPDATE
       SET amount = CASE WHEN excluded.amount > payments_dispute.amount
                         THEN excluded.amount ELSE payments_dispute.amount END,
           is_withdrawn = payments_dispute.is_withdrawn OR excluded.is_withdrawn,
           is_reinstated = payments_dispute.is_reinstated OR excluded.is_reinstated
)sql"};

constexpr db::Query sum_withdrawn{"payments.withdrawn", R"sql(
    SELECT CAST(COALESCE(sum(amount), 0) AS BIGINT) FROM payments_dispute
     WHERE workspace_id = :workspace AND provider = :provider AND payment = :payment
       AND is_withdrawn AND NOT is_reinstated
)sql"};

constexpr db::Query insert_notice{"payments.insert_notice", R"sql(
    INSERT INTO payments_notice (workspace_id, provider, event, kind, told_at, received_at)
    VALUES (:workspace, :provider, :event, :kind, :told_at, :received_at)
    ON CONFLICT (workspace_id, provider, event) DO NOTHING
)sql"};

} // namespace

std::optional<Taking> TakingStore::find(TakingId id)
{
    return tx_.find<Taking>(find_one, {{"id", id}});
}

std::optional<Taking> TakingStore::find(std::string_view provider, std::string_view reference)
{
    return tx_.find<Taking>(find_by_reference, {{"provider", provider}, {"reference", reference}});
}

std::vector<Taking> TakingStore::of(invoices::InvoiceId invoice)
{
    return tx_.rows<Taking>(of_invoice, {{"invoice", invoice}, {"limit", takings_max}});
}

Taking TakingStore::raise(std::string_view provider, const Taken& news,
                          std::optional<CheckoutId> checkout)
{
    const auto taken_at = news.amount.value > 0 ? std::optional{news.at} : std::nullopt;
    return tx_
        .find<Taking>(raise_taking, {{"id", tx_.make_id<TakingId>()},
                                     {"provider", provider},
                                     {"reference", news.reference},
                                     {"checkout", checkout},
                                     {"amount", news.amount},
                                     {"refunded", news.refunded},
                                     {"taken_at", taken_at}})
        .value();
}

Taking TakingStore::set(std::string_view provider, const Taken& news, CheckoutId checkout)
{
    const auto held = raise(provider, news, checkout);
    return tx_
        .find<Taking>(set_taking,
                      {{"id", held.id}, {"amount", news.amount}, {"refunded", news.refunded}})
        .value();
}

void TakingStore::note_recorded(const Taking& taking)
{
    tx_.execute(note_lines, {{"id", taking.id},
                             {"recorded", taking.recorded},
                             {"refunds", taking.recorded_refunds},
                             {"losses", taking.recorded_losses},
                             {"lines", taking.lines}});
}

void TakingStore::raise(std::string_view provider, const DisputeNews& news)
{
    tx_.execute(raise_dispute, {{"provider", provider},
                                {"reference", news.reference},
                                {"payment", news.payment},
                                {"amount", news.amount},
                                {"withdrawn", news.is_withdrawn},
                                {"reinstated", news.is_reinstated}});
}

base::Cents TakingStore::withdrawn(std::string_view provider, std::string_view payment)
{
    return tx_.value<base::Cents>(sum_withdrawn, {{"provider", provider}, {"payment", payment}})
        .value_or(base::Cents{});
}

bool TakingStore::insert(std::string_view provider, const Notice& notice)
{
    return tx_.execute(insert_notice, {{"provider", provider},
                                       {"event", notice.event},
                                       {"kind", notice.kind},
                                       {"told_at", notice.at},
                                       {"received_at", base::now()}}) == 1;
}

} // namespace payments
