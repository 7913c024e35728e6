#pragma once

#include "kernel/files/intake.hpp"
#include "kernel/mail/incoming.hpp"

#include <filesystem>
#include <vector>

namespace mailbox
{

/// The files of a message on disk, as files::take_in reads them; gone with this object.
class SpooledFiles
{
  public:
    /// Throws std::runtime_error when they cannot be written.
    explicit SpooledFiles(const std::vector<mail::IncomingFile>& files);
    ~SpooledFiles();
    SpooledFiles(const SpooledFiles&) = delete;
    SpooledFiles& operator=(const SpooledFiles&) = delete;

    const std::vector<files::Offered>& offered() const { return offered_; }

  private:
    std::vector<files::Offered> offered_;
};

} // namespace mailbox
