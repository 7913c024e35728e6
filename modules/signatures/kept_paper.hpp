#pragma once

#include "kernel/files/intake.hpp"
#include "modules/signatures/signature.hpp"

#include <string>

namespace signatures
{

/// A PDF of ours put where files are, before the transaction that names it; what no transaction
/// names is swept away later.
class KeptPaper
{
  public:
    /// Durable when it returns. Throws std::runtime_error when it cannot be written.
    KeptPaper(tenancy::WorkspaceId workspace, const std::string& number, const std::string& pdf);

    /// Refuses « files.refusal.quota » where the workspace is full.
    files::FileId attach(tenancy::WorkspaceTransaction& tx, SignatureId owner) const;

  private:
    files::Intake intake_;
};

} // namespace signatures
