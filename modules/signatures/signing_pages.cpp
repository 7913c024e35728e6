#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/documents/seal.hpp"
#include "kernel/files/kept_pdf.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/limits/limits.hpp"
#include "kernel/secrets/sealed_statement.hpp"
#include "modules/signatures/code_actions.hpp"
#include "modules/signatures/mark_pages.hpp"
#include "modules/signatures/shown.hpp"
#include "modules/signatures/signature_files.hpp"
#include "modules/signatures/signature_store.hpp"
#include "modules/signatures/signed_paper.hpp"
#include "modules/signatures/signing_views.hpp"
#include "modules/signatures/statement.hpp"

namespace signatures
{
namespace
{

using namespace std::chrono_literals;
using tenancy::WorkspaceTransaction;

constexpr limits::Rate codes_sent{.count = 5, .per = 1h};

void refuse_if_signed(WorkspaceTransaction& tx, const Shown& shown)
{
    const Signed place{shown.kind, shown.document, shown.version};
    if (SignatureStore{tx}.find(place))
        throw base::Refusal{"signatures.refusal.already", {}, base::Refusal::Kind::Conflict};
}

template <class Command>
void check_shown(forms::Form<Command>& form, const Shown& shown)
{
    if (form.command.shown.value != sha256_of(shown))
        form.errors.add("shown", "signatures.error.changed");
}

Signature begun(const guard::Call& call, const Shown& shown, const Mark& mark)
{
    const auto& origin = call.context().origin();
    return {.kind = shown.kind,
            .document = shown.document,
            .version = shown.version,
            .number = shown.number,
            .title = shown.title,
            .shown_sha256 = sha256_of(shown),
            .method = mark.method,
            .mark_sha256 = mark.sha256,
            .signed_at = base::now(),
            .address = origin.address,
            .device = origin.user_agent};
}

/// All that is slow, before any transaction: pages are drawn, sealed and put where files are.
files::KeptPdf finish(const guard::Call& call, const Shown& shown, const Mark& mark,
                      Signature& signature)
{
    const auto& context = call.context();
    const auto& recorded_by =
        mark.method == Method::workshop_scan ? context.actor().name : std::string{};
    const auto key = documents::sealing_key(call.site().vault());
    const auto pdf = signed_pdf(
        context, key,
        {.shown = shown, .mark = mark, .signature = signature, .recorded_by = recorded_by});
    signature.signed_sha256 = base::hex(base::sha256(pdf));
    signature.statement = secrets::sealed_statement(
        statement_of(signature, {.business = context.workspace().name,
                                 .time_zone = context.workspace().time_zone,
                                 .recorded_by = recorded_by}),
        key);
    files::KeptPdf paper{context.workspace().id,
                         i18n::t("signatures.paper.file", {{"number", signature.number}}), pdf};
    if (!mark.files.empty()) files::keep(context.workspace().id, mark.files);
    return paper;
}

Signature written(WorkspaceTransaction& tx, Signature signature, const Mark& mark,
                  const files::KeptPdf& paper)
{
    refuse_if_signed(
        tx, {.kind = signature.kind, .document = signature.document, .version = signature.version});
    signature.id = tx.make_id<SignatureId>();
    signature.file_id = paper.attach(tx, {.kind = signature_files, .id = signature.id.value});
    if (!mark.files.empty())
        files::attach(tx, {.kind = signature_files, .id = signature.id.value, .part = part_of_mark},
                      mark.files);
    SignatureStore{tx}.insert(signature);
    audit::append(tx,
                  {.action = signature.recorded_by ? "signatures.recorded" : "signatures.signed",
                   .subject_kind = signature.kind,
                   .subject = signature.document,
                   .changes = {{"signature", "", signature.signer_name},
                               {"hash", "", signature.shown_sha256}}});
    return signature;
}

/// Of two at once the second finds the first one's line, by the key of the table at the latest.
/// Another key that says no is a fault of its own.
template <class Work>
Signature write_once(guard::Call& call, const Shown& shown, Work&& work)
{
    try {
        return call.context().write(std::forward<Work>(work));
    } catch (const db::ConstraintViolation&) {
        call.context().read([&](WorkspaceTransaction& tx) { refuse_if_signed(tx, shown); });
        throw;
    }
}

/// By itself, so that a wrong try counts although the form is refused. The code, when it is right.
std::optional<Code> check_code(guard::Call& call, const Desk& desk, forms::Form<Sign>& form)
{
    const auto& context = call.context();
    tenancy::Context apart{context.database(), context.workspace(), context.actor(),
                           context.origin()};
    const auto judged = apart.write([&](WorkspaceTransaction& tx) {
        return judge_code(tx, call.site().vault(), desk, form.command.code.value);
    });
    if (judged.worth != Typed::right)
        form.errors.add("code", "signatures.code." + std::string{forms::enum_name(judged.worth)});
    return judged.code;
}

} // namespace

html::Html signing_form(const guard::Call& call, const Desk& desk, const forms::Form<Sign>& form)
{
    return signing_view(
        {.fields = {form, "signatures.field"},
         .guard = guard::form_guard(call),
         .action = html::checked_local(desk.sign),
         .ask_code = html::checked_local(desk.proof == Proof::code ? desk.ask_code : desk.sign),
         .needs_code = desk.proof == Proof::code,
         .email = masked(desk.signer.email),
         .is_code_sent = !form.typed_value(code_sent_mark).empty(),
         .name = desk.signer.name,
         .how = form.typed_value("how"),
         .drawn = std::string{form.typed_value("drawn")},
         .shown = sha256_of(desk.shown),
         .has_changed = form.errors.find("shown") != nullptr});
}

html::Html scan_form(const guard::Call& call, const Shown& shown, const std::string& action,
                     const forms::Form<RecordScan>& form)
{
    return scan_view({.fields = {form, "signatures.field"},
                      .guard = guard::form_guard(call),
                      .action = html::checked_local(action),
                      .shown = sha256_of(shown),
                      .has_changed = form.errors.find("shown") != nullptr});
}

int status_of(const forms::Errors& errors)
{
    if (errors.find("shown") != nullptr) return 409;
    return errors.empty() ? 200 : 422;
}

void ask_code(guard::Call& call, const Desk& desk, forms::Form<Sign>& form)
{
    form.errors = {};
    const auto key = "signatures.code." + call.context().workspace().id.text() + "." +
                     desk.shown.kind + "." + std::to_string(desk.shown.document);
    if (call.site().limiter().refuse(key, codes_sent)) {
        form.errors.add("code", "signatures.code.too_many");
        return;
    }
    call.context().write([&](WorkspaceTransaction& tx) {
        refuse_if_signed(tx, desk.shown);
        send_code(tx, call.site().vault(), desk);
    });
    form.typed.emplace_back(code_sent_mark, "1");
}

std::optional<Signature> sign(guard::Call& call, const Desk& desk, forms::Form<Sign>& form,
                              const Within& then)
{
    call.context().read([&](WorkspaceTransaction& tx) { refuse_if_signed(tx, desk.shown); });
    check_shown(form, desk.shown);
    const auto mark = read_mark(call, form);
    std::optional<Code> code;
    if (desk.proof == Proof::code && form.is_valid()) code = check_code(call, desk, form);
    if (!form.is_valid()) return {};

    auto signature = begun(call, desk.shown, mark);
    signature.signer_name = form.command.signer_name.value;
    signature.signer_email = desk.signer.email;
    signature.signer = desk.signer.membership;
    if (code) {
        signature.code_sent_to = desk.signer.email;
        signature.code_sent_at = code->sent_at;
    }
    const auto paper = finish(call, desk.shown, mark, signature);
    return write_once(call, desk.shown, [&](WorkspaceTransaction& tx) {
        if (code) spend_code(tx, *code);
        auto made = written(tx, signature, mark, paper);
        then(tx, made);
        return made;
    });
}

std::optional<Signature> record_scan(guard::Call& call, const Shown& shown,
                                     forms::Form<RecordScan>& form, const Within& then)
{
    call.context().read([&](WorkspaceTransaction& tx) { refuse_if_signed(tx, shown); });
    check_shown(form, shown);
    const auto mark = read_scan(call, form);
    if (!form.is_valid()) return {};

    auto signature = begun(call, shown, mark);
    signature.signer_name = form.command.signer_name.value;
    signature.recorded_by = call.actor().membership;
    const auto paper = finish(call, shown, mark, signature);
    return write_once(call, shown, [&](WorkspaceTransaction& tx) {
        auto made = written(tx, signature, mark, paper);
        then(tx, made);
        return made;
    });
}

} // namespace signatures
