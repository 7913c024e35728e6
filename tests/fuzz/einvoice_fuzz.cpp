#include "kernel/base/text.hpp"
#include "modules/einvoice/received.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace
{

void check_text(const std::string& text)
{
    fuzz::must(base::is_valid_utf8(text));
    fuzz::must(text.size() <= einvoice::received_text_bytes_max * 3); // NFC may lengthen
}

} // namespace

// Any bytes are understood whole or refused with a sentence; nothing of them is longer than it may
// be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = einvoice::read_received(fuzz::text(data, size));
    if (const auto* refused = std::get_if<einvoice::NotUnderstood>(&read)) {
        fuzz::must(std::string_view{refused->sentence}.starts_with("einvoice.unread."));
        return 0;
    }
    const auto& invoice = std::get<einvoice::ReceivedInvoice>(read);
    fuzz::must(!invoice.number.empty() && !invoice.seller.name.empty());
    check_text(invoice.number);
    check_text(invoice.seller.name);
    fuzz::must(invoice.lines.size() <= einvoice::received_lines_max);
    for (const auto& line : invoice.lines)
        check_text(line.name);
    for (const auto amount : {invoice.net, invoice.tax, invoice.gross, invoice.due})
        fuzz::must(base::is_in_range(amount));
    return 0;
}
