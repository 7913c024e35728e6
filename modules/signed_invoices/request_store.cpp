#include "modules/signed_invoices/request_store.hpp"

#include "kernel/db/lots.hpp"
#include "kernel/forms/field_types.hpp"

#include <iterator>

namespace signed_invoices
{
namespace
{

constexpr db::Table<Request> request_table{"signed_invoices_request"};

constexpr db::Query find_wish{"signed_invoices.wish", R"sql(
    SELECT wish FROM signed_invoices_wish WHERE workspace_id = :workspace
)sql"};

constexpr db::Query save_wish{"signed_invoices.save_wish", R"sql(
    INSERT INTO signed_invoices_wish (workspace_id, wish) VALUES (:workspace, :wish)
    ON CONFLICT (workspace_id) DO UPDATE SET wish = excluded.wish
)sql"};

constexpr db::Query find_lot{"signed_invoices.requests_of_invoices", R"sql(
    SELECT invoice_id, wish, signature_id, signed_at FROM signed_invoices_request
     WHERE workspace_id = :workspace
       AND invoice_id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09, :i10,
                          :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19, :i20, :i21,
                          :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29, :i30, :i31, :i32,
                          :i33, :i34, :i35, :i36, :i37, :i38, :i39, :i40, :i41, :i42, :i43,
                          :i44, :i45, :i46, :i47, :i48, :i49)
     ORDER BY invoice_id LIMIT :limit
)sql"};

constexpr db::Query sign_one{"signed_invoices.set_signed", R"sql(
    UPDATE signed_invoices_request SET signature_id = :signature, signed_at = :at
     WHERE workspace_id = :workspace AND invoice_id = :invoice AND signature_id IS NULL
)sql"};

constexpr db::Query ask_nothing{"signed_invoices.ask_nothing", R"sql(
    DELETE FROM signed_invoices_request
     WHERE workspace_id = :workspace AND signature_id IS NULL
)sql"};

constexpr db::Query ask_less{"signed_invoices.ask_less", R"sql(
    UPDATE signed_invoices_request SET wish = 'asked'
     WHERE workspace_id = :workspace AND signature_id IS NULL AND wish = 'required'
)sql"};

constexpr db::Query list_waiting{"signed_invoices.waiting_of_client", R"sql(
    SELECT o.id, r.wish, o.number, o.title
      FROM invoices_published_owed o
      JOIN signed_invoices_request r ON r.workspace_id = o.workspace_id AND r.invoice_id = o.id
      JOIN invoices_published_title t ON t.workspace_id = o.workspace_id AND t.id = o.id
     WHERE o.workspace_id = :workspace AND o.client_id = :client AND r.signed_at IS NULL
       AND t.state = 'issued'
     ORDER BY o.id DESC LIMIT :limit
)sql"};

} // namespace

std::optional<Wish> RequestStore::wish()
{
    return tx_.value<Wish>(find_wish, {});
}

void RequestStore::save(Wish wish)
{
    tx_.execute(save_wish, {{"wish", forms::enum_name(wish)}});
}

void RequestStore::lower(Wish wish)
{
    tx_.execute(wish == Wish::off ? ask_nothing : ask_less);
}

void RequestStore::insert(const Request& request)
{
    tx_.insert(request_table, request);
}

std::vector<Request> RequestStore::of_all(const std::vector<invoices::InvoiceId>& ids)
{
    std::vector<Request> found;
    for (std::size_t first = 0; first < ids.size(); first += db::lot_max) {
        auto binds = db::lot_binds(ids, first);
        binds.emplace_back("limit", static_cast<std::int64_t>(db::lot_max));
        auto lot = tx_.rows<Request>(find_lot, std::move(binds));
        found.insert(found.end(), std::make_move_iterator(lot.begin()),
                     std::make_move_iterator(lot.end()));
    }
    return found;
}

bool RequestStore::set_signed(invoices::InvoiceId invoice, signatures::SignatureId signature,
                              base::Instant at)
{
    return tx_.execute(sign_one, {{"invoice", invoice}, {"signature", signature}, {"at", at}}) == 1;
}

std::vector<WaitingInvoice> RequestStore::waiting_of(tenancy::ClientId client)
{
    return tx_.rows<WaitingInvoice>(list_waiting, {{"client", client}, {"limit", waiting_max}});
}

} // namespace signed_invoices
