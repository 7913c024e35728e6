#include "kernel/http/message.hpp"
#include "tests/fuzz/fuzz.hpp"

// A cookie is a piece of the header, never more; what can be written back is safe in a header line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    http::Request request;
    const std::string header{fuzz::text(data, size)};
    try {
        request.headers.add("Cookie", header);
    } catch (const std::invalid_argument&) {
        return 0; // not a header value: the head parser has refused it before
    }
    const auto value = request.cookie("__Host-s");
    fuzz::must(value.size() <= header.size());
    fuzz::must(header.find(value) != std::string::npos);
    try {
        http::Response response;
        response.set_cookie({.name = "__Host-s", .value = std::string{value}});
        const auto written = response.headers.get("Set-Cookie");
        fuzz::must(written.find_first_of("\r\n") == std::string_view::npos);
        fuzz::must(written.find("; Secure") != std::string_view::npos);
    } catch (const std::invalid_argument&) {
        // Refused: nothing is written.
    }
    return 0;
}
