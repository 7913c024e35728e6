#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace fuzz
{

/// A fact that must hold for every input; libFuzzer keeps the input that breaks it.
inline void must(bool holds)
{
    if (!holds) std::abort();
}

inline std::string_view text(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

} // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
