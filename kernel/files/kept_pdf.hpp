#pragma once

#include "kernel/files/intake.hpp"

#include <string>

namespace files
{

/// A PDF of ours put where files are, before the transaction that names it; what no transaction
/// names is swept away later.
class KeptPdf
{
  public:
    /// Durable when it returns. `name` is that of the document: its slashes become
    /// hyphens, and it ends in « .pdf » then. Throws
    /// std::runtime_error or std::system_error when it cannot be written.
    KeptPdf(tenancy::WorkspaceId workspace, const std::string& name, const std::string& bytes);

    /// Refuses « files.refusal.quota » where the workspace is full.
    FileId attach(tenancy::WorkspaceTransaction& tx, const Owner& owner) const;
    const std::string& sha256() const { return intake_.taken.front().sha256; } ///< hex

  private:
    Intake intake_;
};

} // namespace files
