#pragma once

#include "modules/signatures/signature.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace signatures
{

/// What is said beside the line of the journal.
struct Circumstances {
    std::string business;
    std::string time_zone;
    std::string recorded_by; ///< name of the member of the team; empty: the signer himself
};

/// All that is known of a signature, as one JSON object; the same for the same signature.
std::string statement_of(const Signature& signature, const Circumstances& about);

/// What a verifier reads in it; nothing for another kind of statement.
struct Told {
    std::string business;
    std::string title;
    std::string signer;
    std::string method; ///< enumerator of Method
    std::string signed_at;
    std::string time_zone;
    std::string code_sent_to;
    std::string recorded_by;
    std::string shown_sha256;
    std::string signed_sha256;
};
std::optional<Told> told_in(std::string_view json);

} // namespace signatures
