#pragma once

namespace media
{

/// Closes every descriptor but 0, 1 and 2, bounds time and memory. Before libraries start.
void bound_resources();
/// From here on the process can read its input, compute and write its answer: no file is opened, no
/// process or connection made. What libraries try beyond that fails with EPERM. False when the
/// kernel cannot: nothing may be decoded then.
bool confine();

} // namespace media
