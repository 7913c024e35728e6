#pragma once

#include "kernel/files/file_address.hpp"
#include "kernel/guard/call.hpp"
#include "modules/letters/letter_pictures.hpp"
#include "modules/letters/sheet_forms.hpp"

#include <map>

namespace letters
{

/// With its texts and a few new pictures.
inline constexpr std::uint64_t editor_bytes_max = 40'000'000;

/// What the form brought for its blocks is held, so that nobody chooses twice; what is refused says
/// why at its block. A picture that is not one of `owner` is none.
void hold_pictures(guard::Call& call, const files::Owner& owner, TypedBlocks& typed);
/// A problem at each block that has none.
void require_pictures(TypedBlocks& typed);
/// For who saves, before the transaction: what it attaches, and a problem at each block that has no
/// picture. Nothing is stored for a form with problems.
template <class Command>
Brought to_be_saved(guard::Call& call, Sheet<Command>& sheet)
{
    require_pictures(sheet.blocks);
    return sheet.is_valid() ? brought_pictures(call.context(), sheet.blocks) : Brought{};
}

/// For the editor: those that are kept, by their id.
using KeptPictures = std::map<std::int64_t, files::File>;
KeptPictures kept_pictures(const guard::Call& call, const files::Owner& owner);

} // namespace letters
