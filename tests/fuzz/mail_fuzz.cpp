#include "kernel/base/text.hpp"
#include "kernel/mail/incoming.hpp"
#include "kernel/mail/incoming_text.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace
{

void check_line(std::string_view line)
{
    fuzz::must(base::is_valid_utf8(line) && line.find_first_of("\r\n") == line.npos);
}

} // namespace

// Any bytes are a message within the limits, or none; one line stays one line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr mail::IncomingLimits limits{.bytes = 100'000, .parts = 20, .files = 3};
    const auto input = fuzz::text(data, size);
    fuzz::must(base::is_valid_utf8(mail::text_of_html(input)) || !base::is_valid_utf8(input));
    const auto read = mail::read_incoming(input, limits);
    if (!read) return 0;
    for (const auto& line : {read->from_email, read->from_name, read->subject})
        check_line(line);
    fuzz::must(read->from_email.find('@') != std::string::npos);
    fuzz::must(read->files.size() <= limits.files);
    fuzz::must(base::is_valid_utf8(read->text) && base::is_valid_utf8(read->quoted));
    fuzz::must(base::is_valid_utf8(mail::markdown_of(read->text)));
    return 0;
}
