#include "app/demonstration/year.hpp"

#include "app/demonstration/shown_line.hpp"

#include <algorithm>
#include <array>

namespace demonstration
{
namespace
{

using invoices::PaymentMeans;
using presets::Section;

constexpr int days_max = 400;
constexpr int percent_max = 100;
constexpr int cents_max = 10'000'000;
/// As PaymentMeans has them, but for those of a provider.
constexpr std::array<std::string_view, 4> means_words{"card", "cash", "transfer", "cheque"};

PaymentMeans means_of(const Section& section, std::string_view word)
{
    const auto* const found = std::ranges::find(means_words, word);
    if (found == means_words.end()) section.wrong("paid by no known means");
    return static_cast<PaymentMeans>(found - means_words.begin());
}

settings::Profile read_seller(const Section& section)
{
    section.only({"legal_name", "siret", "vat_number", "neq", "tps_number", "tvq_number", "address",
                  "postal_code", "city", "phone", "email", "website"});
    return {.legal_name = section.text("legal_name"),
            .siret = section.text_or("siret", ""),
            .vat_number = section.text_or("vat_number", ""),
            .neq = section.text_or("neq", ""),
            .tps_number = section.text_or("tps_number", ""),
            .tvq_number = section.text_or("tvq_number", ""),
            .address = section.text("address"),
            .postal_code = section.text("postal_code"),
            .city = section.text("city"),
            .phone = section.text("phone"),
            .email = section.text("email"),
            .website = section.text_or("website", "")};
}

invoices::Terms read_terms(const Section& section)
{
    section.only({"payment_days", "iban", "holder", "penalties", "early", "mentions"});
    return {.payment_days =
                section.number("payment_days", days_max).value_or(invoices::payment_days_usual),
            .iban = section.text_or("iban", ""),
            .bic = {},
            .holder = section.text_or("holder", ""),
            .penalties = section.text("penalties"),
            .early = section.text_or("early", ""),
            .conditions = {},
            .mentions = section.text("mentions")};
}

BuyerNumbers read_buyer(const Section& section, const Material& people)
{
    section.only({"client", "siren", "vat_number"});
    return {.client = shown_client(section, people),
            .siren = section.text("siren"),
            .vat_number = section.text_or("vat_number", "")};
}

Work read_work(const Section& section, const Material& people)
{
    section.only({"client", "by", "title", "sold", "lasts", "deposit", "paid", "line"});
    return {.client = shown_client(section, people),
            .member = shown_member(section, people),
            .title = section.text("title"),
            .sold_days_ago = section.number("sold", days_max).value_or(0),
            .lasts_days = section.number("lasts", days_max).value_or(0),
            .deposit_percent = section.number("deposit", percent_max).value_or(0),
            .means = means_of(section, section.text("paid")),
            .lines = shown_lines(section, people)};
}

Service read_service(const Section& section, const Material& people)
{
    section.only({"title", "nature", "paid", "line"});
    Service service{.title = section.text("title"),
                    .nature =
                        section.one_of<invoices::Nature>("nature", {"goods", "services", "mixed"}),
                    .means = {},
                    .lines = shown_lines(section, people)};
    for (const auto& word : section.codes("paid"))
        service.means.push_back(means_of(section, word));
    if (service.means.empty()) section.wrong("paid by nothing");
    return service;
}

Purchase read_purchase(const Section& section)
{
    section.only({"type", "supplier", "description", "gross", "tax", "every", "sway", "means"});
    Purchase purchase{
        .type = section.text("type"),
        .supplier = section.text("supplier"),
        .description = section.text("description"),
        .gross = {section.number("gross", cents_max).value_or(0)},
        .tax = section.text_or("tax", ""),
        .every_days = section.number("every", days_max).value_or(0),
        .sway_percent = section.number("sway", percent_max).value_or(0),
        .means = section.one_of<expenses::Means>("means", {"bank", "cash", "own_money", "unpaid"})};
    if (purchase.every_days < 1) section.wrong("every how many days?");
    return purchase;
}

} // namespace

std::optional<Year> read_year(std::span<const base::EmbeddedFile> files, const Material& people)
{
    const auto path = "presets/" + people.preset + "/demo/year.toml";
    const auto* const file = base::find_embedded(files, path);
    if (file == nullptr) return {};
    const auto table = presets::parse_toml(file->bytes, path);
    const Section root{table, path};
    root.only({"seller", "terms", "pace", "buyer", "work", "service", "purchase"});
    const auto pace = root.inner("pace");
    pace.only({"by", "services", "credit"});

    Year year{.seller = read_seller(root.inner("seller")),
              .terms = read_terms(root.inner("terms")),
              .member = shown_member(pace, people),
              .services_every_days = pace.number("services", days_max).value_or(0),
              .credit_reason = pace.text("credit")};
    if (year.services_every_days < 1) pace.wrong("services every how many days?");
    for (const auto& section : shown_tables(root, "buyer"))
        year.buyers.push_back(read_buyer(section, people));
    for (const auto& section : shown_tables(root, "work"))
        year.works.push_back(read_work(section, people));
    for (const auto& section : shown_tables(root, "service"))
        year.services.push_back(read_service(section, people));
    for (const auto& section : shown_tables(root, "purchase"))
        year.purchases.push_back(read_purchase(section));
    if (year.services.empty()) root.wrong("a year without a service");
    return year;
}

} // namespace demonstration
