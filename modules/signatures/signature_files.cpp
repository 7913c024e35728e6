#include "modules/signatures/signature_files.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/serving.hpp"
#include "modules/signatures/signature_store.hpp"
#include "modules/signatures/signatures.hpp"

namespace signatures
{

void guard_signature_file(tenancy::WorkspaceTransaction& tx, const files::File&)
{
    if (tx.actor().side != tenancy::Side::staff) throw base::NotFound{};
    if (!tx.actor().may("signatures.read")) throw base::Forbidden{"signatures.read"};
}

std::optional<Signature> find_signature(tenancy::WorkspaceTransaction& tx, std::string_view kind,
                                        std::int64_t document, std::int64_t version)
{
    return SignatureStore{tx}.find({kind, document, version});
}

http::Response signed_paper(const tenancy::Context& context, const Signature& signature)
{
    const auto file = context.read(
        [&](tenancy::WorkspaceTransaction& tx) { return files::find(tx, signature.file_id); });
    if (!file) throw base::NotFound{};
    return files::serve(context.workspace().id, *file);
}

} // namespace signatures
