#include "kernel/base/official_numbers.hpp"
#include "modules/einvoice/rules.hpp"

#include <algorithm>

/// Who sells, who buys, and where it went.
namespace einvoice
{
namespace
{

constexpr std::size_t electronic_address_characters_max = 125;

bool are_digits(std::string_view text, std::size_t count)
{
    return text.size() == count &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

template <class Number>
bool is_right(const std::string& bare)
{
    const auto read = Number::parse(bare);
    return read && read->value == bare;
}

/// One side of the invoice, with the number of the official rule that speaks of it.
struct Side {
    Part part;
    const Party& party;
    const char* no_name;    ///< rule
    const char* no_country; ///< rule
    const char* no_address; ///< rule: its electronic address

    Target at(Field field) const { return {.part = part, .field = field}; }
};

void check_siret(const Side& side, Findings& findings)
{
    const auto& party = side.party;
    if (party.siret.empty()) return;
    const bool agrees =
        are_digits(party.siret, base::Siret::digits) && party.siret.substr(0, 9) == party.siren;
    findings.unless(agrees, {"BR-FR-09", side.at(Field::siret), "einvoice.fault.siret", {}});
    findings.unless(!agrees || is_right<base::Siret>(party.siret),
                    {"ETABLI-SIRET", side.at(Field::siret), "einvoice.fault.siret_key", {}});
}

void check_siren(const Side& side, Findings& findings)
{
    const auto& siren = side.party.siren;
    if (siren.empty()) return;
    const bool is_long = are_digits(siren, 9);
    findings.unless(is_long, {"BR-FR-32", side.at(Field::siren), "einvoice.fault.siren", {}});
    findings.unless(!is_long || is_right<base::Siren>(siren),
                    {"ETABLI-SIREN", side.at(Field::siren), "einvoice.fault.siren_key", {}});
}

void check_vat_number(const Side& side, bool is_written, Findings& findings)
{
    const auto& number = side.party.vat_number;
    if (number.empty()) return;
    const auto country = number.substr(0, 2);
    const bool has_prefix = is_country(country) || country == "EL" || country == "XI";
    findings.unless(has_prefix || !is_written,
                    {"BR-CO-09", side.at(Field::vat_number), "einvoice.fault.vat_prefix", {}});
    findings.unless(!has_prefix || is_right<base::VatNumber>(number),
                    {"ETABLI-VAT", side.at(Field::vat_number), "einvoice.fault.vat_key", {}});
}

bool is_directory_character(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' ||
           c == '-' || c == '_' || c == '.';
}

void check_electronic_address(const Side& side, Findings& findings)
{
    const auto& address = side.party.electronic_address;
    const auto target = side.at(Field::electronic_address);
    findings.unless(!is_blank(address.value),
                    {side.no_address, target, "einvoice.fault.no_electronic_address", {}});
    if (is_blank(address.value)) return;
    findings.unless(address.value.size() <= electronic_address_characters_max,
                    {"BR-FR-25", target, "einvoice.fault.electronic_address", {}});
    if (address.scheme == AddressScheme::directory)
        findings.unless(std::ranges::all_of(address.value, is_directory_character),
                        {"BR-FR-23", target, "einvoice.fault.electronic_address", {}});
}

void check_side(const Side& side, bool is_written, Findings& findings)
{
    const auto& party = side.party;
    findings.unless(!is_blank(party.name),
                    {side.no_name, side.at(Field::name), "einvoice.fault.no_name", {}});
    const bool has_country = !is_blank(party.address.country);
    findings.unless(has_country,
                    {side.no_country, side.at(Field::country), "einvoice.fault.no_country", {}});
    findings.unless(!has_country || is_country(party.address.country),
                    {"BR-CL-14", side.at(Field::country), "einvoice.fault.country", {}});
    check_siren(side, findings);
    check_siret(side, findings);
    check_vat_number(side, is_written, findings);
    check_electronic_address(side, findings);
}

bool bears(const Invoice& invoice, billing::Category category)
{
    return std::ranges::any_of(
        invoice.figures.rows, [&](const billing::TaxRow& row) { return row.category == category; });
}

/// Which numbers a treatment wants: rules -02 of each category.
void check_tax_numbers(const Invoice& invoice, Findings& findings)
{
    using billing::Category;
    const Target seller{.part = Part::seller, .field = Field::vat_number};
    const Target buyer{.part = Part::buyer, .field = Field::vat_number};
    const bool seller_has = !invoice.seller.vat_number.empty();
    const bool buyer_has = !invoice.buyer.vat_number.empty();
    const auto seller_needs = [&](Category category, const char* rule) {
        findings.unless(seller_has || !bears(invoice, category),
                        {rule, seller, "einvoice.fault.no_seller_vat", {}});
    };
    seller_needs(Category::standard, "ETABLI-S-02");
    seller_needs(Category::reverse_charge, "ETABLI-AE-02");
    seller_needs(Category::intra_community, "BR-IC-02");
    seller_needs(Category::exported, "BR-G-02");
    findings.unless(buyer_has || !bears(invoice, Category::intra_community),
                    {"BR-IC-02", buyer, "einvoice.fault.no_buyer_vat", {}});
    findings.unless(buyer_has || !invoice.buyer.siren.empty() ||
                        !bears(invoice, Category::reverse_charge),
                    {"BR-AE-02", buyer, "einvoice.fault.no_buyer_vat", {}});
}

void check_delivery(const Invoice& invoice, Findings& findings)
{
    const auto& delivery = invoice.delivery;
    const Target country{.part = Part::delivery, .field = Field::country};
    const Target date{.part = Part::delivery, .field = Field::issued_on};
    const Target period{.part = Part::delivery, .field = Field::period};
    if (delivery.on)
        findings.unless(fits_date(*delivery.on), {"BR-FR-03", date, "einvoice.fault.year", {}});
    if (delivery.period) {
        const auto& [from, until] = *delivery.period;
        findings.unless(fits_date(from) && fits_date(until),
                        {"BR-FR-03", period, "einvoice.fault.year", {}});
        findings.unless(from <= until, {"BR-29", period, "einvoice.fault.period", {}});
    }
    if (delivery.address) {
        const bool is_there = !is_blank(delivery.address->country);
        findings.unless(is_there, {"BR-57", country, "einvoice.fault.no_country", {}});
        findings.unless(!is_there || is_country(delivery.address->country),
                        {"BR-CL-14", country, "einvoice.fault.country", {}});
    }
    if (!bears(invoice, billing::Category::intra_community)) return;
    findings.unless(delivery.on || delivery.period,
                    {"BR-IC-11", date, "einvoice.fault.no_delivery_date", {}});
    findings.unless(delivery.address.has_value(),
                    {"BR-IC-12", country, "einvoice.fault.no_delivery_country", {}});
}

/// A business of France is known by its SIREN, and reached by it.
void check_registers(const Invoice& invoice, Findings& findings)
{
    const Target seller{.part = Part::seller, .field = Field::siren};
    const Target buyer{.part = Part::buyer, .field = Field::siren};
    findings.unless(!invoice.seller.siren.empty(),
                    {"BR-FR-10", seller, "einvoice.fault.no_siren", {}});
    if (invoice.circuit != Circuit::business) return;
    findings.unless(!invoice.buyer.siren.empty(),
                    {"BR-FR-11", buyer, "einvoice.fault.no_buyer_siren", {}});
    const auto& address = invoice.buyer.electronic_address;
    const Target target{.part = Part::buyer, .field = Field::electronic_address};
    findings.unless(is_blank(address.value) || (address.scheme == AddressScheme::directory &&
                                                address.value.starts_with(invoice.buyer.siren)),
                    {"BR-FR-21", target, "einvoice.fault.address_of_another", {}});
}

} // namespace

void check_parties(const Invoice& invoice, Findings& findings)
{
    const bool is_written = !bears(invoice, billing::Category::outside);
    check_side({Part::seller, invoice.seller, "BR-06", "BR-09", "BR-FR-13"}, is_written, findings);
    check_side({Part::buyer, invoice.buyer, "BR-07", "BR-11", "BR-FR-12"}, is_written, findings);
    check_registers(invoice, findings);
    check_tax_numbers(invoice, findings);
    check_delivery(invoice, findings);
}

} // namespace einvoice
