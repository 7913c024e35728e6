#include "modules/signatures/signature_store.hpp"

#include <limits>

namespace signatures
{
namespace
{

constexpr db::Table<Signature> signature_table{"signatures_signature"};

constexpr db::Query signature_by_id{"signatures.by_id", R"sql(
    SELECT id, kind, document, version, number, title, shown_sha256, method, mark_sha256, signer_name,
           signer_email, signer, recorded_by, signed_at, address, device, code_sent_to, code_sent_at,
           signed_sha256, file_id, statement
      FROM signatures_signature WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query signature_of_document{"signatures.of_document", R"sql(
    SELECT id, kind, document, version, number, title, shown_sha256, method, mark_sha256, signer_name,
           signer_email, signer, recorded_by, signed_at, address, device, code_sent_to, code_sent_at,
           signed_sha256, file_id, statement
      FROM signatures_signature
     WHERE workspace_id = :workspace AND kind = :kind AND document = :document AND version = :version
)sql"};

constexpr db::Query page_of_signatures{"signatures.page", R"sql(
    SELECT id, kind, document, version, number, title, shown_sha256, method, mark_sha256, signer_name,
           signer_email, signer, recorded_by, signed_at, address, device, code_sent_to, code_sent_at,
           signed_sha256, file_id, statement
      FROM signatures_signature
     WHERE workspace_id = :workspace AND id < :before_id ORDER BY id DESC LIMIT :limit
)sql"};

constexpr SignatureId after_every_signature{std::numeric_limits<std::int64_t>::max()};

} // namespace

void SignatureStore::insert(const Signature& signature)
{
    tx_.insert(signature_table, signature);
}

std::optional<Signature> SignatureStore::find(SignatureId id)
{
    return tx_.find<Signature>(signature_by_id, {{"id", id}});
}

std::optional<Signature> SignatureStore::find(const Signed& what)
{
    return tx_.find<Signature>(
        signature_of_document,
        {{"kind", what.kind}, {"document", what.document}, {"version", what.version}});
}

std::vector<Signature> SignatureStore::page(SignatureId before, int limit)
{
    return tx_.rows<Signature>(
        page_of_signatures,
        {{"before_id", before ? before : after_every_signature}, {"limit", limit}});
}

} // namespace signatures
