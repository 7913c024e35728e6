#include "modules/signatures/journal_pages.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/base/csv.hpp"
#include "kernel/documents/seal.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/signatures/evidence.hpp"
#include "modules/signatures/journal_views.hpp"
#include "modules/signatures/signature_store.hpp"
#include "modules/signatures/signatures.hpp"
#include "modules/signatures/signed_paper.hpp"

namespace signatures
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int page_rows = 50;
constexpr int journal_rows_max = 10'000; ///< of one export
constexpr const char* journal_path = "/signatures";

html::Url path_of(const Call& call, const std::string& end)
{
    return html::checked_local(call.in_workspace(journal_path) + end);
}

Signature signature_here(Call& call)
{
    const auto found = call.context().read([&](WorkspaceTransaction& tx) {
        return SignatureStore{tx}.find(call.path_id<SignatureId>("signature"));
    });
    if (!found) throw base::NotFound{};
    return *found;
}

std::string name_of(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    if (!id) return {};
    for (const auto& member : auth::members(tx))
        if (member.id == id) return member.name;
    return t("signatures.journal.gone");
}

std::string code_words(const Signature& signature, const std::string& zone)
{
    if (!signature.code_sent_at) return {};
    return t("signatures.evidence.code", {{"email", signature.code_sent_to},
                                          {"when", moment_of(*signature.code_sent_at, zone)}});
}

http::Response attachment(std::string body, const std::string& type, const std::string& name)
{
    auto response = http::Response::text(std::move(body));
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition", files::content_disposition("attachment", name));
    return response;
}

std::string file_name(const Signature& signature, const std::string& ending)
{
    return t("signatures.evidence.file", {{"number", signature.number}}) + ending;
}

std::string csv_of(const std::vector<Signature>& journal)
{
    std::string csv{base::csv_mark};
    csv += base::csv_line({"signed_at", "kind", "document", "version", "number", "title", "method",
                           "signer_name", "signer_email", "signer", "recorded_by", "address",
                           "device", "code_sent_to", "code_sent_at", "shown_sha256", "mark_sha256",
                           "signed_sha256"});
    for (const auto& one : journal)
        csv += base::csv_line({base::iso(one.signed_at), one.kind, std::to_string(one.document),
                               std::to_string(one.version), one.number, one.title,
                               std::string{forms::enum_name(one.method)}, one.signer_name,
                               one.signer_email, one.signer.text(), one.recorded_by.text(),
                               one.address, one.device, one.code_sent_to,
                               one.code_sent_at ? base::iso(*one.code_sent_at) : std::string{},
                               one.shown_sha256, one.mark_sha256, one.signed_sha256});
    return csv;
}

} // namespace

http::Response list_signatures(Call& call)
{
    const auto before = SignatureId::parse(call.query("avant")).value_or(SignatureId{});
    auto journal = call.context().read(
        [&](WorkspaceTransaction& tx) { return SignatureStore{tx}.page(before, page_rows + 1); });
    JournalView view{.lines = {}, .csv = path_of(call, "/journal.csv"), .first = {}, .next = {}};
    if (before) view.first = path_of(call, "");
    if (journal.size() > page_rows) {
        journal.pop_back();
        view.next = path_of(call, "").with("avant", journal.back().id.text());
    }
    for (auto& one : journal) {
        auto when = i18n::date_and_time(one.signed_at, call.context().workspace().time_zone);
        auto to = path_of(call, "/" + one.id.text());
        view.lines.push_back(
            {.signature = std::move(one), .when = std::move(when), .to = std::move(to)});
    }
    return guard::render(
        call, guard::Page{.title = t("signatures.journal.title"), .body = journal_page(view)});
}

http::Response export_signatures(Call& call)
{
    guard::trace_reading(call, "signatures.exported");
    const auto journal = call.context().read(
        [](WorkspaceTransaction& tx) { return SignatureStore{tx}.page({}, journal_rows_max); });
    return attachment(csv_of(journal), "text/csv; charset=utf-8",
                      t("signatures.journal.file") + ".csv");
}

http::Response show_signature(Call& call)
{
    const auto signature = signature_here(call);
    const auto& zone = call.context().workspace().time_zone;
    const auto path = "/" + signature.id.text();
    const auto key = documents::sealing_key(call.site().vault());
    const SignatureView view{
        .signature = signature,
        .when = moment_of(signature.signed_at, zone),
        .code = code_words(signature, zone),
        .recorded_by = call.context().read(
            [&](WorkspaceTransaction& tx) { return name_of(tx, signature.recorded_by); }),
        .fingerprint = secrets::readable_fingerprint(secrets::fingerprint_of(key.certificate())),
        .paper = path_of(call, path + "/document.pdf"),
        .evidence_pdf = path_of(call, path + "/preuve.pdf"),
        .evidence_json = path_of(call, path + "/preuve.json")};
    return guard::render(call, guard::Page{.title = signature.title,
                                           .body = signature_page(view),
                                           .breadcrumbs = ui::breadcrumbs(
                                               {{t("signatures.journal.title"), path_of(call, "")},
                                                {signature.title, {}}})});
}

http::Response show_signed_paper(Call& call)
{
    guard::trace_reading(call, "signatures.paper_read");
    return signed_paper(call.context(), signature_here(call));
}

http::Response show_evidence_pdf(Call& call)
{
    guard::trace_reading(call, "signatures.evidence_read");
    const auto signature = signature_here(call);
    const auto recorded_by = call.context().read(
        [&](WorkspaceTransaction& tx) { return name_of(tx, signature.recorded_by); });
    const auto& workspace = call.context().workspace();
    return attachment(evidence_pdf({.signature = signature,
                                    .business = workspace.name,
                                    .time_zone = workspace.time_zone,
                                    .recorded_by = recorded_by,
                                    .made_at = call.context().now()},
                                   documents::sealing_key(call.site().vault())),
                      "application/pdf", file_name(signature, ".pdf"));
}

http::Response show_evidence_json(Call& call)
{
    guard::trace_reading(call, "signatures.evidence_read");
    const auto signature = signature_here(call);
    return attachment(signature.statement, "application/json", file_name(signature, ".json"));
}

} // namespace signatures
