#pragma once

#include "kernel/files/intake.hpp"
#include "kernel/guard/call.hpp"

#include <string>
#include <vector>

namespace files
{

/// What a form brought: the files of its field « files », and the uploads it names that are
/// finished.
std::vector<Offered> offered_by(guard::Call& call);
/// Why some were refused, one sentence each; empty when none was.
std::string refused_sentences(const Intake& intake);

} // namespace files
