#pragma once

#include "kernel/guard/call.hpp"
#include "modules/audit/journal.hpp"

#include <optional>
#include <string>

namespace audit
{

struct JournalFile {
    std::string name;
    std::string bytes;
    std::int64_t lines = 0;
};

/// Every line the filter finds, newest first. Nothing when there are more than `file_lines_max`: a
/// file that was cut short would look complete.
std::optional<JournalFile> journal_file(guard::Call& call, const Filter& filter);

/// Leaves a line that says who took what away.
void note_export(guard::Call& call, const Filter& filter, const JournalFile& file);

} // namespace audit
