#include "kernel/http/head_parser.hpp"
#include "kernel/http/request_checks.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <optional>

namespace
{

/// The length of the head, or the status it is refused with, negative.
long scan(std::string_view input, std::size_t step)
{
    http::HeadScanner scanner{{}};
    try {
        for (std::size_t received = step; received < input.size() + step; received += step)
            if (const auto length = scanner.scan(input.substr(0, received)))
                return static_cast<long>(*length);
    } catch (const http::BadRequest& refused) {
        return -refused.status;
    }
    return 0;
}

} // namespace

// A head means the same whether it arrives at once or byte by byte, and what is accepted has one
// length and one host.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto input = fuzz::text(data, size);
    const auto at_once = scan(input, input.size() + 1);
    const auto dripped = scan(input, 1);
    // Bytes after a complete head are the next request's, so only a refusal may come earlier.
    if (at_once > 0) fuzz::must(dripped == at_once);
    if (dripped <= 0 || at_once <= 0) return 0;
    try {
        const auto head = http::parse_head(input.substr(0, static_cast<std::size_t>(dripped)));
        fuzz::must(!head.target.empty());
        std::size_t hosts = 0;
        for (const auto& [name, value] : head.headers.all()) {
            fuzz::must(value.find_first_of("\r\n") == std::string::npos);
            fuzz::must(value.find('\0') == std::string::npos);
            hosts += name == "Host" || name == "host" ? 1 : 0;
        }
        fuzz::must(hosts <= 1);
    } catch (const http::BadRequest& refused) {
        fuzz::must(refused.status >= 400 && refused.status < 600);
    }
    return 0;
}
