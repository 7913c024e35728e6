#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

namespace signatures
{

using CodeId = base::Id<struct SignatureCodeTag>;

/// A code that was sent, and may still be typed.
struct Code {
    CodeId id;
    std::string kind;
    std::int64_t document = 0;
    std::string shown_sha256; ///< what it signs
    std::string address_hash; ///< of where it was sent: nobody is named here
    std::string code_hash;
    base::Instant sent_at;
    std::int64_t tries = 0; ///< how often a text was compared with it
};
BOOST_DESCRIBE_STRUCT(Code, (),
                      (id, kind, document, shown_sha256, address_hash, code_hash, sent_at, tries))

/// Every statement on codes.
class CodeStore
{
  public:
    explicit CodeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// The only one of its document from now on; others sent before that moment go too.
    void replace(const Code& code, base::Instant forgotten_before);
    std::optional<Code> find(std::string_view kind, std::int64_t document);
    /// Whether it was one of at most `tries_max`; others who count wait for this transaction.
    bool count_try(CodeId id, std::int64_t tries_max);
    /// Whether it was there.
    bool remove(CodeId id);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace signatures
