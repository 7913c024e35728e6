#include "modules/einvoice/received.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "modules/einvoice/received_parts.hpp"

#include <algorithm>

namespace einvoice
{
namespace
{

constexpr std::string_view cii_space =
    "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
constexpr std::string_view ubl_spaces = "urn:oasis:names:specification:ubl:schema:xsd:";

NotUnderstood not_understood(base::XmlFault fault)
{
    switch (fault) {
    case base::XmlFault::too_large:
        return {"einvoice.unread.too_large"};
    case base::XmlFault::declares:
        return {"einvoice.unread.declares"};
    default:
        return {"einvoice.unread.no_xml"};
    }
}

bool is_complete(const ReceivedInvoice& invoice)
{
    return !invoice.number.empty() && !invoice.kind.empty() && !invoice.currency.empty() &&
           !invoice.seller.name.empty();
}

std::variant<ReceivedInvoice, NotUnderstood> read(const base::XmlNode& root)
{
    Reading reading;
    ReceivedInvoice invoice;
    if (root.space == cii_space && root.name == "CrossIndustryInvoice")
        invoice = read_cii(root, reading);
    else if (root.space.starts_with(ubl_spaces) &&
             (root.name == "Invoice" || root.name == "CreditNote"))
        invoice = read_ubl(root, reading);
    else
        return NotUnderstood{"einvoice.unread.no_invoice"};
    if (reading.has_too_many) return NotUnderstood{"einvoice.unread.too_large"};
    if (!reading.is_whole || !is_complete(invoice))
        return NotUnderstood{"einvoice.unread.incomplete"};
    return invoice;
}

} // namespace

std::string Reading::words(std::string_view text)
{
    std::string kept{text.substr(0, received_text_bytes_max)};
    while (!base::is_valid_utf8(kept))
        kept.pop_back();
    return base::normalise(kept);
}

base::Cents Reading::amount(std::string_view text)
{
    const bool is_plain = !text.empty() && text.find_first_not_of("-0123456789.") == text.npos;
    const auto read =
        base::read_decimal(is_plain ? text : "", 2, base::cents_max, base::ThreeFigures::decimals);
    if (read.fault) is_whole = false;
    return {read.scaled};
}

std::optional<base::Date> Reading::date(std::string_view text)
{
    auto iso = std::string{text.substr(0, 10)};
    if (text.size() == 8) iso = iso.substr(0, 4) + "-" + iso.substr(4, 2) + "-" + iso.substr(6, 2);
    auto read = base::Date::parse(iso);
    if (!read) is_whole = false;
    return read;
}

std::variant<ReceivedInvoice, NotUnderstood> read_received(std::string_view bytes)
{
    const auto xml = base::read_xml(bytes, {.bytes_max = received_bytes_max});
    if (!xml.root) return not_understood(xml.fault);
    return read(*xml.root);
}

} // namespace einvoice
