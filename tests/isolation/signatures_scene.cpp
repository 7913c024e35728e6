#include "kernel/base/text.hpp"
#include "kernel/files/kept_pdf.hpp"
#include "modules/signatures/signature_files.hpp"
#include "modules/signatures/signature_store.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;

/// A line of the journal with its file; each of another document.
Subject a_signature(Scene& scene)
{
    static std::int64_t document = 0;
    ++document;
    const auto name = "Odile " + std::string{isolation::marker};
    const files::KeptPdf paper{scene.workspace.id, name, "%PDF-1.7 " + name};
    const auto id = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        signatures::Signature made{.id = tx.make_id<signatures::SignatureId>(),
                                   .kind = "quote",
                                   .document = document,
                                   .version = 1,
                                   .number = name,
                                   .title = "Devis " + name,
                                   .shown_sha256 = base::hex(base::sha256(name)),
                                   .signer_name = name,
                                   .signed_at = base::now(),
                                   .signed_sha256 = base::hex(base::sha256("%PDF-1.7 " + name)),
                                   .statement = "{\"statement\":\"" + name + "\"}\n"};
        made.file_id = paper.attach(tx, {.kind = signatures::signature_files, .id = made.id.value});
        signatures::SignatureStore{tx}.insert(made);
        return made.id;
    });
    return {.path = {{"signature", id.text()}}};
}

const bool is_registered = [] {
    isolation::catalogue().subjects["signature"] = a_signature;
    return true;
}();

} // namespace
