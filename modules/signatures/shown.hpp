#pragma once

#include "modules/signatures/signatures.hpp"

namespace signatures
{

/// Of the bytes that are shown, hex.
std::string sha256_of(const Shown& shown);

} // namespace signatures
