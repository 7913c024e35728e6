#pragma once

#include "kernel/files/files.hpp"

#include <optional>
#include <string>

namespace signatures
{

using SignatureId = base::Id<struct SignatureTag>;

/// How somebody signed. A scan: on paper, recorded by the team.
enum class Method { drawing, image, typed_name, workshop_scan };
BOOST_DESCRIBE_ENUM(Method, drawing, image, typed_name, workshop_scan)

/// One line of the journal: never changed, never deleted.
struct Signature {
    SignatureId id;
    std::string kind; ///< of document: "quote"
    std::int64_t document = 0;
    std::int64_t version = 0;
    std::string number; ///< « D-2026-0042 »
    std::string title;
    std::string shown_sha256; ///< of the PDF that was shown, hex
    Method method = Method::typed_name;
    std::string mark_sha256; ///< of what was drawn or sent, hex; empty for a typed name
    std::string signer_name; ///< as typed
    std::string signer_email;
    tenancy::MembershipId signer;      ///< zero: by a link
    tenancy::MembershipId recorded_by; ///< of the team; zero: the signer himself
    base::Instant signed_at;
    std::string address;                       ///< IP
    std::string device;                        ///< what the browser says it is
    std::string code_sent_to;                  ///< empty: no code was asked for
    std::optional<base::Instant> code_sent_at; ///< typed back before `signed_at`
    std::string signed_sha256;                 ///< of the signed PDF, hex
    files::FileId file_id;                     ///< the signed PDF
    std::string statement; ///< all this for a machine, sealed (secrets::sealed_statement)
};
BOOST_DESCRIBE_STRUCT(Signature, (),
                      (id, kind, document, version, number, title, shown_sha256, method,
                       mark_sha256, signer_name, signer_email, signer, recorded_by, signed_at,
                       address, device, code_sent_to, code_sent_at, signed_sha256, file_id,
                       statement))

} // namespace signatures
