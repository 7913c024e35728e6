#pragma once

#include "kernel/files/content.hpp"
#include "kernel/files/file_bytes.hpp"

namespace files
{

inline constexpr std::size_t zip_entries_max = 5'000;
inline constexpr std::uint64_t zip_unpacked_bytes_max = 500'000'000; ///< as its directory says

/// The office document a zip file holds, by its directory; nothing is unpacked. Throws
/// base::Refusal « files.refusal.archive » for another zip or a broken one, « files.refusal.macros
/// », and « files.refusal.bomb » beyond the limits above.
Content office_content(const FileBytes& zip);

} // namespace files
