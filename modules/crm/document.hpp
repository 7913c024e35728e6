#pragma once

#include "modules/crm/client.hpp"

#include <cstdint>

namespace crm
{

using DocumentId = base::Id<struct ClientDocumentTag>;

/// Who reads a document: the team alone, or the client in his portal too.
enum class Audience { internal, shared };
BOOST_DESCRIBE_ENUM(Audience, internal, shared)

/// Its file belongs to (document_files, client, part = document).
struct Document {
    DocumentId id;
    tenancy::ClientId client_id;
    Audience audience = Audience::internal;
    tenancy::MembershipId added_by;
    base::Instant added_at;
};
BOOST_DESCRIBE_STRUCT(Document, (), (id, client_id, audience, added_by, added_at))

inline constexpr const char* document_files = "client_document";
inline constexpr std::size_t documents_max = 200; ///< of one client
/// How much a form may carry, files and words. Bytes.
inline constexpr std::uint64_t documents_bytes_max = 210'000'000;

} // namespace crm
