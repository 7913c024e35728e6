#include "modules/einvoicing/transmission_store.hpp"

#include "kernel/db/lots.hpp"

#include <iterator>

namespace einvoicing
{
namespace
{

constexpr int waiting_rows = 500;
constexpr int history_rows = 200;
constexpr int aside_rows = 20;

constexpr db::Table<Transmission> transmission_table{"einvoicing_transmission"};
constexpr db::Table<Status> status_table{"einvoicing_status"};

constexpr db::Query find_one{"einvoicing.transmission", R"sql(
    SELECT id, invoice_id, number, round, mode, state, flow, trouble, told, held_until
      FROM einvoicing_transmission WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_invoice{"einvoicing.transmission_of_invoice", R"sql(
    SELECT id, invoice_id, number, round, mode, state, flow, trouble, told, held_until
      FROM einvoicing_transmission WHERE workspace_id = :workspace AND invoice_id = :invoice
)sql"};

constexpr db::Query find_lot{"einvoicing.transmissions_of_invoices", R"sql(
    SELECT id, invoice_id, number, round, mode, state, flow, trouble, told, held_until
      FROM einvoicing_transmission
     WHERE workspace_id = :workspace
       AND invoice_id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09, :i10,
                           :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19, :i20, :i21,
                           :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29, :i30, :i31, :i32,
                           :i33, :i34, :i35, :i36, :i37, :i38, :i39, :i40, :i41, :i42, :i43,
                           :i44, :i45, :i46, :i47, :i48, :i49)
     ORDER BY invoice_id LIMIT :limit
)sql"};

constexpr db::Query find_number{"einvoicing.transmission_numbered", R"sql(
    SELECT id, invoice_id, number, round, mode, state, flow, trouble, told, held_until
      FROM einvoicing_transmission WHERE workspace_id = :workspace AND number = :number
     ORDER BY id DESC LIMIT 1
)sql"};

constexpr db::Query find_flow{"einvoicing.transmission_of_flow", R"sql(
    SELECT id, invoice_id, number, round, mode, state, flow, trouble, told, held_until
      FROM einvoicing_transmission WHERE workspace_id = :workspace AND flow = :flow AND flow <> ''
     ORDER BY id DESC LIMIT 1
)sql"};

constexpr db::Query write_one{"einvoicing.save_transmission", R"sql(
    UPDATE einvoicing_transmission
       SET round = :round, mode = :mode, state = :state, flow = :flow, trouble = :trouble,
           told = :told, held_until = :held_until
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_waiting{"einvoicing.waiting_transmissions", R"sql(
    SELECT id FROM einvoicing_transmission
     WHERE workspace_id = :workspace AND state = 'waiting'
       AND (held_until IS NULL OR held_until <= :now)
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query find_status_flow{"einvoicing.status_of_flow", R"sql(
    SELECT id FROM einvoicing_status WHERE workspace_id = :workspace AND flow = :flow AND flow <> ''
     ORDER BY id LIMIT 1
)sql"};

constexpr db::Query list_history{"einvoicing.status_history", R"sql(
    SELECT id, transmission_id, round, flow, place, code, reason, words, by_member, happened_at,
           recorded_at
      FROM einvoicing_status WHERE workspace_id = :workspace AND transmission_id = :transmission
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query list_aside{"einvoicing.messages_aside", R"sql(
    SELECT id, transmission_id, round, flow, place, code, reason, words, by_member, happened_at,
           recorded_at
      FROM einvoicing_status
     WHERE workspace_id = :workspace AND transmission_id IS NULL AND words <> ''
     ORDER BY id DESC LIMIT :limit
)sql"};

} // namespace

void TransmissionStore::insert(const Transmission& transmission)
{
    tx_.insert(transmission_table, transmission);
}

std::optional<Transmission> TransmissionStore::find(TransmissionId id)
{
    return tx_.find<Transmission>(find_one, {{"id", id}});
}

std::optional<Transmission> TransmissionStore::of(invoices::InvoiceId invoice)
{
    return tx_.find<Transmission>(find_invoice, {{"invoice", invoice}});
}

std::vector<Transmission>
TransmissionStore::of_all(const std::vector<invoices::InvoiceId>& invoices)
{
    std::vector<Transmission> found;
    for (std::size_t first = 0; first < invoices.size(); first += db::lot_max) {
        auto binds = db::lot_binds(invoices, first);
        binds.emplace_back("limit", static_cast<std::int64_t>(db::lot_max));
        auto lot = tx_.rows<Transmission>(find_lot, std::move(binds));
        found.insert(found.end(), std::make_move_iterator(lot.begin()),
                     std::make_move_iterator(lot.end()));
    }
    return found;
}

std::optional<Transmission> TransmissionStore::numbered(std::string_view number)
{
    return tx_.find<Transmission>(find_number, {{"number", number}});
}

std::optional<Transmission> TransmissionStore::of_flow(std::string_view flow)
{
    return tx_.find<Transmission>(find_flow, {{"flow", flow}});
}

void TransmissionStore::save(const Transmission& transmission)
{
    tx_.execute(write_one, {{"id", transmission.id},
                            {"round", transmission.round},
                            {"mode", transmission.mode},
                            {"state", transmission.state},
                            {"flow", transmission.flow},
                            {"trouble", transmission.trouble},
                            {"told", transmission.told},
                            {"held_until", transmission.held_until}});
}

std::vector<TransmissionId> TransmissionStore::waiting(base::Instant now)
{
    return tx_.values<TransmissionId>(list_waiting, {{"now", now}, {"limit", waiting_rows}});
}

void TransmissionStore::record(const Status& status)
{
    tx_.insert(status_table, status);
}

bool TransmissionStore::has_flow(std::string_view flow)
{
    return tx_.value<std::int64_t>(find_status_flow, {{"flow", flow}}).has_value();
}

std::vector<Status> TransmissionStore::history(TransmissionId id)
{
    return tx_.rows<Status>(list_history, {{"transmission", id}, {"limit", history_rows}});
}

std::vector<Status> TransmissionStore::aside()
{
    return tx_.rows<Status>(list_aside, {{"limit", aside_rows}});
}

} // namespace einvoicing
