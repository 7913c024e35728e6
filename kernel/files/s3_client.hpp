#pragma once

#include "kernel/files/s3_storage.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace files
{

/// One request to the service and its answer. Bodies come from or go to files, so that none is held
/// in memory; lists are the exception.
struct S3Request {
    std::string method = "GET";
    std::string key; ///< of the object; empty = the bucket
    Pairs query;
    std::filesystem::path send; ///< PUT
    std::string payload_hash = empty_payload;
    std::filesystem::path receive; ///< GET; empty = into S3Answer::body
};
struct S3Answer {
    long status = 0;
    std::string body;
    std::int64_t bytes = -1; ///< as the answer says, of HEAD too; -1: it does not
    std::string etag;        ///< without quotes; may be empty
};

inline constexpr std::size_t s3_body_bytes_max = 2'000'000; ///< of a list or an error

/// Redirects are answers. Throws std::runtime_error when there is no answer, with
/// the address and nothing of the key.
S3Answer ask(const S3Place& place, const S3Request& request);

} // namespace files
