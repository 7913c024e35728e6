#pragma once

#include "kernel/files/intake.hpp"
#include "kernel/files/written_file.hpp"
#include "kernel/mail/incoming.hpp"

#include <vector>

namespace mailbox
{

/// The files of a message on disk, as files::take_in reads them; gone with this object.
class SpooledFiles
{
  public:
    /// Throws std::runtime_error when they cannot be written.
    explicit SpooledFiles(const std::vector<mail::IncomingFile>& files);

    const std::vector<files::Offered>& offered() const { return offered_; }

  private:
    std::vector<files::WrittenFile> written_;
    std::vector<files::Offered> offered_;
};

} // namespace mailbox
