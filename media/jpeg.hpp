#pragma once

namespace media
{

/// Whether standard input is a JPEG that stops before its end: libjpeg only warns of it, and paints
/// the missing part grey.
bool is_cut_jpeg();

} // namespace media
