#include "kernel/http/body_decoder.hpp"
#include "kernel/http/message.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace
{

struct Decoded {
    std::string content;
    std::size_t taken = 0;
    bool is_done = false;
    bool is_refused = false;
    bool operator==(const Decoded&) const = default;
};

Decoded decode(std::string_view input, std::size_t step)
{
    http::BodyDecoder decoder{{.kind = http::BodyFraming::Kind::Chunked}};
    Decoded result;
    try {
        while (!input.empty() && !decoder.is_done()) {
            const auto piece = input.substr(0, step);
            const auto taken = decoder.decode(piece, result.content);
            fuzz::must(taken <= piece.size());
            fuzz::must(taken == piece.size() || decoder.is_done());
            result.taken += taken;
            input.remove_prefix(taken);
        }
        result.is_done = decoder.is_done();
    } catch (const http::BadRequest&) {
        return {.is_refused = true};
    }
    return result;
}

} // namespace

// A chunked body has one reading, however the network cuts it, and never grows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto input = fuzz::text(data, size);
    const auto at_once = decode(input, input.size() + 1);
    fuzz::must(at_once == decode(input, 1));
    fuzz::must(at_once == decode(input, 7));
    fuzz::must(at_once.content.size() <= input.size());
    return 0;
}
