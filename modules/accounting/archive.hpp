#pragma once

#include "kernel/base/money.hpp"
#include "kernel/files/files.hpp"
#include "modules/accounting/period_pages.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

/// The FEC of each closed month, with its hash, kept ten years from the end of its fiscal year
/// (Code de commerce, art. L123-22): nothing of the program takes one away before.
namespace accounting
{

using ArchiveId = base::Id<struct ArchiveTag>;

inline constexpr const char* archive_files = "accounting_archive"; ///< kind of owner
inline constexpr int archive_years = 10;
inline constexpr int archives_shown_max = 120;

struct Archive {
    ArchiveId id;
    std::string month; ///< « 2026-10 »
    std::string name;  ///< « 732829320FEC20261031.txt »
    files::FileId file_id;
    std::string sha256; ///< hex
    std::int64_t entries = 0;
    base::Cents debit;
    base::Date kept_until;
    base::Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Archive, (),
                      (id, month, name, file_id, sha256, entries, debit, kept_until, made_at))

/// That day of the year archive_years later: « 31/12/2036 » for a month of 2026.
base::Date kept_until(const Period& month);

} // namespace accounting
