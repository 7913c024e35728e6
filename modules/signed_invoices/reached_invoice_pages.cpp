#include "modules/signed_invoices/reached_invoice_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/i18n/translate.hpp"

#include <stdexcept>

namespace signed_invoices
{

using guard::Call;
using tenancy::WorkspaceTransaction;

namespace
{

constexpr std::uint64_t paper_bytes_max = 50UL * 1'024 * 1'024;

std::string bytes_of(tenancy::WorkspaceId workspace, const files::File& paper)
{
    const auto copy = files::storage().fetch({workspace, paper.sha256});
    const files::FileBytes bytes{*copy};
    if (bytes.size() > paper_bytes_max)
        throw std::runtime_error("the paper of an invoice is too large to be signed");
    return bytes.read(0, bytes.size());
}

signatures::Signer signer_of(Call& call, const ReachedInvoice& found)
{
    if (has_link(call))
        return {.name = found.reach.name, .email = found.reach.email, .membership = {}};
    const auto& actor = call.actor();
    const auto session = call.signed_in();
    return {.name = actor.name,
            .email = session ? session->person.email : std::string{},
            .membership = actor.membership};
}

} // namespace

bool has_link(const Call& call)
{
    return !call.actor().membership;
}

bool ReachedInvoice::reads_signed_paper(const guard::Call& call) const
{
    return signature && (!has_link(call) || signature->signer.value == 0);
}

bool ReachedInvoice::is_signable(const Call& call) const
{
    const bool is_reachable = !has_link(call) || !reach.email.empty();
    return standing.waits() && !signature && paper && is_reachable;
}

ReachedInvoice reached(Call& call)
{
    ReachedInvoice found{
        .at = invoices::client_place(call), .facts = {}, .reach = {}, .standing = {}};
    const auto id = found.at.invoice;
    call.context().read([&](WorkspaceTransaction& tx) {
        found.facts = invoices::facts(tx, {id}).at(id);
        const auto all = standings(tx, {id});
        if (const auto own = all.find(id); own != all.end()) found.standing = own->second;
        found.reach = invoices::reach_of(tx, id);
        found.signature = signature_of(tx, id);
        found.paper = invoices::issued_paper_of(tx, id);
    });
    return found;
}

signatures::Desk desk_of(Call& call, const ReachedInvoice& found)
{
    const auto& number = found.facts.number;
    const auto path = found.at.path + "/signature";
    return {.shown = {.kind = signed_kind,
                      .document = found.at.invoice.value,
                      .version = signed_version,
                      .number = number,
                      .title = i18n::t("signed_invoices.paper.title", {{"number", number}}),
                      .pdf = bytes_of(call.context().workspace().id, found.paper.value())},
            .signer = signer_of(call, found),
            .proof = has_link(call) ? signatures::Proof::code : signatures::Proof::none,
            .sign = path,
            .ask_code = path + "/code"};
}

} // namespace signed_invoices
