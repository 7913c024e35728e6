#include "kernel/module.hpp"

#include "modules/signatures/journal_pages.hpp"
#include "modules/signatures/signature_files.hpp"
#include "modules/signatures/signatures.hpp"

namespace signatures
{

using guard::needs;

void describe(kernel::Module& module)
{
    module.permission("signatures.read", "signatures.permission.read");
    module.permission("signatures.record", "signatures.permission.record");
    module.staff("/signatures")
        .get("", list_signatures, needs("signatures.read"))
        .get("/journal.csv", export_signatures, needs("signatures.read"))
        .get("/{signature}", show_signature, needs("signatures.read"), "signature")
        .get("/{signature}/document.pdf", show_signed_paper, needs("signatures.read"), "signature")
        .get("/{signature}/preuve.pdf", show_evidence_pdf, needs("signatures.read"), "signature")
        .get("/{signature}/preuve.json", show_evidence_json, needs("signatures.read"), "signature");
    module.settings({.label_key = "signatures.journal.title",
                     .hint_key = "signatures.journal.hint",
                     .path = "/signatures",
                     .icon = "signature",
                     .permission = "signatures.read",
                     .order = 48});
    files::guard_with(signature_files, guard_signature_file);
}

} // namespace signatures
