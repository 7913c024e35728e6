#include "kernel/documents/enclosed.hpp"
#include "tests/fuzz/fuzz.hpp"

// Any bytes of the program that opens papers are files within their bounds, or nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = documents::read_enclosed(fuzz::text(data, size));
    if (!read) return 0;
    fuzz::must(read->size() <= documents::enclosed_max);
    for (const auto& one : *read) {
        fuzz::must(one.name.size() <= documents::enclosed_name_bytes_max);
        fuzz::must(one.bytes.size() <= documents::enclosed_bytes_max);
    }
    return 0;
}
