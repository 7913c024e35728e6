#include "modules/einvoicing/reception_store.hpp"

namespace einvoicing
{
namespace
{

constexpr int list_rows = 100;

constexpr db::Table<Reception> reception_table{"einvoicing_reception"};

constexpr db::Query find_one{"einvoicing.reception", R"sql(
    SELECT id, name, file_id, fingerprint, origin, flow, sender, state, why, why_value, invoice_id,
           received_by, received_at
      FROM einvoicing_reception WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_flow{"einvoicing.reception_of_flow", R"sql(
    SELECT id FROM einvoicing_reception WHERE workspace_id = :workspace AND flow = :flow AND flow <> ''
)sql"};

constexpr db::Query find_mailed{"einvoicing.reception_mailed", R"sql(
    SELECT id FROM einvoicing_reception
     WHERE workspace_id = :workspace AND fingerprint = :fingerprint AND origin = 'email'
       AND state <> 'dismissed'
)sql"};

constexpr db::Query count_mailed{"einvoicing.count_mailed", R"sql(
    SELECT count(*) FROM (SELECT 1 FROM einvoicing_reception
                           WHERE workspace_id = :workspace AND origin = 'email'
                             AND received_at > :since LIMIT :most) AS found
)sql"};

constexpr db::Query forget_one_sender{"einvoicing.forget_sender", R"sql(
    UPDATE einvoicing_reception SET sender = ''
     WHERE workspace_id = :workspace AND origin = 'email' AND sender = :sender
)sql"};

constexpr db::Query list_messages{"einvoicing.messages_of", R"sql(
    SELECT id, name, file_id, fingerprint, origin, flow, sender, state, why, why_value, invoice_id,
           received_by, received_at
      FROM einvoicing_reception
     WHERE workspace_id = :workspace AND origin = 'email' AND sender = :sender
       AND state = 'quarantined'
       AND why IN ('einvoicing.unread.no_attachment', 'einvoicing.unread.left_out')
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query settle_one{"einvoicing.settle_reception", R"sql(
    UPDATE einvoicing_reception
       SET state = :state, why = :why, why_value = :why_value, invoice_id = :invoice
     WHERE workspace_id = :workspace AND id = :id AND state = :from
)sql"};

constexpr db::Query list_state{"einvoicing.receptions", R"sql(
    SELECT id, name, file_id, fingerprint, origin, flow, sender, state, why, why_value, invoice_id,
           received_by, received_at
      FROM einvoicing_reception WHERE workspace_id = :workspace AND state = :state
     ORDER BY id DESC LIMIT :limit
)sql"};

constexpr db::Query count_state{"einvoicing.count_receptions", R"sql(
    SELECT count(*) FROM (SELECT 1 FROM einvoicing_reception
                           WHERE workspace_id = :workspace AND state = :state LIMIT :most) AS found
)sql"};

} // namespace

void ReceptionStore::insert(const Reception& reception)
{
    tx_.insert(reception_table, reception);
}

std::optional<Reception> ReceptionStore::find(ReceptionId id)
{
    return tx_.find<Reception>(find_one, {{"id", id}});
}

bool ReceptionStore::has_flow(std::string_view flow)
{
    return tx_.value<std::int64_t>(find_flow, {{"flow", flow}}).has_value();
}

bool ReceptionStore::has_mailed(std::string_view fingerprint)
{
    return !fingerprint.empty() &&
           tx_.value<std::int64_t>(find_mailed, {{"fingerprint", fingerprint}}).has_value();
}

std::int64_t ReceptionStore::mailed_since(base::Instant since, std::int64_t most)
{
    return tx_.value<std::int64_t>(count_mailed, {{"since", since}, {"most", most}}).value_or(0);
}

std::vector<Reception> ReceptionStore::messages_of(std::string_view sender)
{
    return tx_.rows<Reception>(list_messages, {{"sender", sender}, {"limit", list_rows}});
}

void ReceptionStore::forget_sender(std::string_view sender)
{
    tx_.execute(forget_one_sender, {{"sender", sender}});
}

bool ReceptionStore::settle(const Reception& reception, ReceptionState from)
{
    return tx_.execute(settle_one, {{"id", reception.id},
                                    {"from", from},
                                    {"state", reception.state},
                                    {"why", reception.why},
                                    {"why_value", reception.why_value},
                                    {"invoice", reception.invoice_id}}) == 1;
}

std::vector<Reception> ReceptionStore::in_state(ReceptionState state)
{
    return tx_.rows<Reception>(list_state, {{"state", state}, {"limit", list_rows}});
}

std::int64_t ReceptionStore::count(ReceptionState state, std::int64_t most)
{
    return tx_.value<std::int64_t>(count_state, {{"state", state}, {"most", most}}).value_or(0);
}

} // namespace einvoicing
