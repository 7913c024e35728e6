#include "modules/einvoicing/reading.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/text.hpp"
#include "kernel/documents/enclosed.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "modules/einvoicing/reception_store.hpp"
#include "modules/einvoicing/supplier_invoice_store.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace einvoicing
{
namespace
{

using einvoice::NotUnderstood;
using einvoice::ReceivedInvoice;
using tenancy::WorkspaceTransaction;
using Read = std::variant<ReceivedInvoice, NotUnderstood>;

/// What Factur-X, the two German names of the same, and its first version call it.
bool is_invoice_name(std::string_view name)
{
    constexpr std::array<std::string_view, 3> names{"factur-x.xml", "zugferd-invoice.xml",
                                                    "xrechnung.xml"};
    return std::ranges::find(names, base::lower_ascii(name)) != names.end();
}

Read read_paper(const std::filesystem::path& original)
{
    const auto enclosed = documents::enclosed_in(files::media_program(), original);
    if (!enclosed) return NotUnderstood{"einvoicing.unread.closed_paper"};
    const auto found = std::ranges::find_if(
        *enclosed, [](const documents::Enclosed& one) { return is_invoice_name(one.name); });
    if (found == enclosed->end()) return NotUnderstood{"einvoicing.unread.plain_paper"};
    return einvoice::read_received(found->bytes);
}

void quarantine(WorkspaceTransaction& tx, Reception reception, NotUnderstood why)
{
    reception.state = ReceptionState::quarantined;
    reception.why = why.sentence;
    ReceptionStore{tx}.settle(reception, ReceptionState::reading);
    audit::append(tx, {.action = "einvoicing.quarantined",
                       .subject_kind = "supplier_file",
                       .subject = reception.id.value,
                       .changes = {{"name", "", reception.name}}});
}

void tell(WorkspaceTransaction& tx, const SupplierInvoice& invoice, files::FileId original)
{
    audit::append(
        tx, {.action = "einvoicing.received",
             .subject_kind = "supplier_invoice",
             .subject = invoice.id.value,
             .changes = {{"supplier", "", invoice.seller_name}, {"number", "", invoice.number}}});
    events::publish(tx, SupplierInvoiceReceived{facts_of(invoice, original)});
}

void understand(WorkspaceTransaction& tx, Reception reception, const ReceivedInvoice& received)
{
    SupplierInvoiceStore store{tx};
    auto invoice = invoice_of(received);
    invoice.id = tx.make_id<SupplierInvoiceId>();
    invoice.reception_id = reception.id;
    invoice.received_at = reception.received_at;
    const auto alike = store.find_alike(invoice);
    reception.state = alike ? ReceptionState::repeated : ReceptionState::understood;
    reception.invoice_id = alike.value_or(invoice.id);
    if (!ReceptionStore{tx}.settle(reception, ReceptionState::reading) || alike) return;
    store.insert(invoice);
    tell(tx, invoice, reception.file_id.value());
}

struct Waiting {
    Reception reception;
    files::File file;
};
std::optional<Waiting> waiting(WorkspaceTransaction& tx, ReceptionId id)
{
    auto reception = ReceptionStore{tx}.find(id);
    if (!reception || reception->state != ReceptionState::reading || !reception->file_id) return {};
    auto file = files::find(tx, *reception->file_id);
    if (!file) return {};
    return Waiting{*std::move(reception), *std::move(file)};
}

/// What a scanner found infected is not opened.
Read read_kept(tenancy::WorkspaceId workspace, const files::File& file)
{
    if (file.state == files::State::refused) return NotUnderstood{"einvoicing.unread.infected"};
    return read_original(*files::storage().fetch({workspace, file.sha256}));
}

} // namespace

Read read_original(const std::filesystem::path& original)
{
    const files::FileBytes bytes{original};
    if (bytes.read(0, 5) == "%PDF-") return read_paper(original);
    return einvoice::read_received(bytes.read(0, einvoice::received_bytes_max + 1));
}

void run_reading(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = ReceptionId::parse(job.payload);
    if (!id) throw std::runtime_error("not a reception: job " + job.id.text());
    const auto found = context.read([&](WorkspaceTransaction& tx) { return waiting(tx, *id); });
    if (!found) return;
    if (found->file.state == files::State::waiting)
        throw std::runtime_error("the scanner has not judged it yet");

    const auto read = read_kept(context.workspace().id, found->file);
    context.write([&](WorkspaceTransaction& tx) {
        if (const auto* received = std::get_if<ReceivedInvoice>(&read))
            understand(tx, found->reception, *received);
        else
            quarantine(tx, found->reception, std::get<NotUnderstood>(read));
        events::touch(tx, "supplier_invoices");
    });
}

} // namespace einvoicing
