#pragma once

namespace media
{

/// Says the files that travel inside the PDF on the standard input, each unpacked: at most 20, of 5
/// MB each; larger ones, and those that cannot be unpacked, are left out. One that needs a
/// password, or that nobody can read, is refused as « unreadable ».
void show_enclosed();

} // namespace media
