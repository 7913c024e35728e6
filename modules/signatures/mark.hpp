#pragma once

#include "kernel/base/drawing.hpp"
#include "kernel/files/intake.hpp"
#include "modules/signatures/signatures.hpp"

namespace signatures
{

/// What stands for a signature, read and judged.
struct Mark {
    Method method = Method::typed_name;
    base::Drawing drawn;
    std::string drawn_json;
    files::Intake files; ///< the picture or the scan, as it was sent
    std::string jpeg;    ///< what is printed of it; empty for a PDF
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::string sha256; ///< of what was drawn or sent, hex; empty for a typed name
};

inline constexpr std::int64_t picture_bytes_max = 2'000'000;

} // namespace signatures
