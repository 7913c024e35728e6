#include "modules/einvoicing/reception_store.hpp"

namespace einvoicing
{
namespace
{

constexpr int list_rows = 100;

constexpr db::Table<Reception> reception_table{"einvoicing_reception"};

constexpr db::Query find_one{"einvoicing.reception", R"sql(
    SELECT id, name, file_id, fingerprint, origin, flow, state, why, why_value, invoice_id,
           received_by, received_at
      FROM einvoicing_reception WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_flow{"einvoicing.reception_of_flow", R"sql(
    SELECT id FROM einvoicing_reception WHERE workspace_id = :workspace AND flow = :flow AND flow <> ''
)sql"};

constexpr db::Query settle_one{"einvoicing.settle_reception", R"sql(
    UPDATE einvoicing_reception
       SET state = :state, why = :why, why_value = :why_value, invoice_id = :invoice
     WHERE workspace_id = :workspace AND id = :id AND state = :from
)sql"};

constexpr db::Query list_state{"einvoicing.receptions", R"sql(
    SELECT id, name, file_id, fingerprint, origin, flow, state, why, why_value, invoice_id,
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
