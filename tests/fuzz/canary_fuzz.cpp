#include "tests/fuzz/fuzz.hpp"

// A fault on purpose: tools/fuzz proves with it that a fault is found.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto input = fuzz::text(data, size);
    fuzz::must(!(input.size() >= 3 && input[0] == 'b' && input[1] == 'u' && input[2] == 'g'));
    return 0;
}
