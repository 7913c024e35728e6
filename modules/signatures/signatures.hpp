#pragma once

#include "modules/signatures/signature.hpp"
#include "modules/signatures/signature_forms.hpp"

#include <functional>
#include <optional>
#include <string>

namespace guard
{
class Call;
}
namespace html
{
class Html;
}
namespace http
{
struct Response;
}
namespace kernel
{
class Module;
}

/// Front door of signatures: somebody signs a document of another module, which mounts these pieces
/// on a page of its own (of a link, or of the portal) and says who may come there.
///
///     // GET: desk_of reads the document and draws its PDF, the very bytes the page offers
///     body = signatures::signing_form(call, desk, call.blank_form<signatures::Sign>());
///     // POST, .takes_files(signatures::form_bytes_max), command "Sign"
///     auto form = call.form<signatures::Sign>();
///     const auto signature = signatures::sign(call, desk, form, [&](auto& tx, const auto& made) {
///         accept_quote(tx, id, made);   // its row locked; throws a Refusal when it moved
///     });
///     if (!signature) return page(call, desk, form, signatures::status_of(form.errors));
///     // POST of desk.ask_code, the same command: a button of the same form
///     auto form = call.form<signatures::Sign>();
///     signatures::ask_code(call, desk, form);
///     return page(call, desk, form, signatures::status_of(form.errors));
///
/// Works where the module itself is off: then there is no page of the journal.
namespace signatures
{

void describe(kernel::Module& module);

/// Of one form: a picture, and what was drawn.
inline constexpr std::uint64_t form_bytes_max = 3 * 1024 * 1024;
/// Of one form with a scan.
inline constexpr std::uint64_t scan_form_bytes_max = 22 * 1024 * 1024;

/// A document as it is shown. Its PDF must have the same bytes each time it is drawn from the same
/// version (documents::pdf_of does): they are compared.
struct Shown {
    std::string kind; ///< "quote"
    std::int64_t document = 0;
    std::int64_t version = 1; ///< from 1 on; each is signed once
    std::string number;       ///< « D-2026-0042 »
    std::string title;        ///< « Devis D-2026-0042 »
    std::string pdf;          ///< PDF/A of kernel/documents, not sealed yet
};

/// Who is asked to sign, as the link or the session knows him.
struct Signer {
    std::string name;
    std::string email;                ///< where codes go; never typed by the visitor
    tenancy::MembershipId membership; ///< zero: by a link
};

/// What is asked besides the link or the session: nothing, or a code sent to `Signer::email`.
enum class Proof { none, code };

struct Desk {
    Shown shown;
    Signer signer;
    Proof proof = Proof::none;
    std::string sign;     ///< path the form goes to
    std::string ask_code; ///< path its other button goes to; unused without codes
};

/// The form: name, how one signs, the code where one is asked for, « je signe ». Drawing needs
/// JavaScript; a picture or the typed name do not.
html::Html signing_form(const guard::Call& call, const Desk& desk, const forms::Form<Sign>& form);
/// 200, 422, or 409 when what was shown has changed.
int status_of(const forms::Errors& errors);

/// Sends a code of six digits for ten minutes; the one before stops working. The form, shown again,
/// says so and keeps what was typed, but for a chosen file. At most five an hour and a document.
void ask_code(guard::Call& call, const Desk& desk, forms::Form<Sign>& form);

/// Runs in the transaction that writes the journal: what it throws undoes all.
using Within = std::function<void(tenancy::WorkspaceTransaction& tx, const Signature& signature)>;

/// Signs, and keeps the signed PDF: the pages, a page of the signature, what was shown enclosed,
/// all sealed. Nothing, with every error in the form, when something is missing or wrong, the code
/// among them, or when what the page showed is no longer `desk.shown`. Throws base::Refusal
/// « signatures.refusal.already » (conflict) when that version is signed.
std::optional<Signature> sign(guard::Call& call, const Desk& desk, forms::Form<Sign>& form,
                              const Within& then);

/// The team records what a client signed on paper: the file « scan » (PDF, PNG or JPEG) is
/// required, the author is named in the journal. The route asks for « signatures.record ».
html::Html scan_form(const guard::Call& call, const Shown& shown, const std::string& action,
                     const forms::Form<RecordScan>& form);
std::optional<Signature> record_scan(guard::Call& call, const Shown& shown,
                                     forms::Form<RecordScan>& form, const Within& then);

/// The signature of that version, if there is one.
std::optional<Signature> find_signature(tenancy::WorkspaceTransaction& tx, std::string_view kind,
                                        std::int64_t document, std::int64_t version);
/// The signed PDF. The caller has asked who may read it.
http::Response signed_paper(const tenancy::Context& context, const Signature& signature);

} // namespace signatures
