#pragma once

#include "kernel/files/aws_signature.hpp"
#include "kernel/files/storage.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace files
{

/// Where a service may be: `public_only` for addresses that a workspace gave, which must not lead
/// to this machine or its networks.
enum class S3Reach { anywhere, public_only };

/// Where objects are. Path-style addresses: every compatible service has them.
struct S3Place {
    std::string origin; ///< "https://s3.fr-par.example"; what browsers are sent to
    std::string host;   ///< with the port when it is not the usual one
    std::string bucket;
    SigningKey key;
    S3Reach reach = S3Reach::anywhere;
    std::chrono::seconds silence_max{60}; ///< without progress
};

/// Of « s3://KEY:SECRET@host[:port]/bucket?region=fr-par[&tls=off] »; KEY and SECRET are
/// percent-encoded, the region is us-east-1 unless said. Throws std::runtime_error with a French
/// sentence naming ETABLI_STORAGE_URL.
S3Place read_s3_place(std::string_view url);

/// The same behaviour as disk_storage; reading answers a link signed for 10 minutes. Local copies
/// are made in `folder`.
std::unique_ptr<Storage> s3_storage(S3Place place, std::filesystem::path folder);

} // namespace files
