#include "modules/mailbox/spooled_files.hpp"

namespace mailbox
{

SpooledFiles::SpooledFiles(const std::vector<mail::IncomingFile>& files)
{
    for (const auto& file : files) {
        written_.emplace_back(file.bytes);
        offered_.push_back({.name = file.name,
                            .content = written_.back().path(),
                            .bytes = static_cast<std::int64_t>(file.bytes.size()),
                            .upload = {}});
    }
}

} // namespace mailbox
