#include "modules/sale_documents/client_prices.hpp"

#include "modules/sale_documents/catalogue_pages.hpp"
#include "modules/sale_documents/origin.hpp"

#include <algorithm>

namespace sale_documents
{
namespace
{

using tenancy::ClientId;

std::string_view field_in(const forms::Typed& typed, std::string_view name)
{
    const auto found = std::ranges::find(typed, name, &forms::Typed::value_type::first);
    return found == typed.end() ? std::string_view{} : std::string_view{found->second};
}

/// As it was put into the form when the line was taken from the price book.
base::UnitPrice as_typed(base::UnitPrice price, const Line& line, TypedPrices prices)
{
    const auto* tax = billing::find_tax_choice(line.tax);
    if (prices == TypedPrices::net || tax == nullptr) return price;
    return billing::with_taxes(price, tax->treatment);
}

bool is_by_hand(const TypedLine& typed, TypedPrices prices)
{
    const auto& line = typed.line;
    if (!line.origin || typed.errors.contains("unit_price")) return true;
    return line.unit_price != as_typed(line.origin->offered, line, prices);
}

/// What everybody paid where nobody offers it any more.
Origin offered_now(const Origin& origin, const std::vector<Offer>& offers)
{
    for (const auto& offer : offers) {
        const auto& one = offer.line.line.origin;
        if (one && one->item == origin.item && one->term == origin.term) return *one;
    }
    auto listed = origin;
    listed.source = PriceSource::list;
    listed.offered = origin.list;
    return listed;
}

/// Puts the texts of these lines back where the form has them.
void write_back(forms::Typed& typed, const TypedLines& lines)
{
    std::map<std::string, std::string_view> texts;
    for (const auto& line : lines.lines)
        for (const auto field : {std::string_view{"unit_price"}, origin_field})
            texts.emplace(field_of(line.key, field), line.text(field));
    for (auto& [name, text] : typed)
        if (const auto found = texts.find(name); found != texts.end()) text = found->second;
}

void remember_client(forms::Typed& typed, ClientId client)
{
    std::erase_if(typed, [](const auto& field) { return field.first == priced_for_field; });
    typed.emplace_back(priced_for_field, client.text());
}

} // namespace

std::vector<int> take_prices(TypedLines& lines, const std::vector<Offer>& offers,
                             TypedPrices prices)
{
    std::vector<int> changed;
    for (auto& typed : lines.lines) {
        if (is_by_hand(typed, prices)) continue;
        auto line = typed.line;
        line.origin = offered_now(*line.origin, offers);
        line.unit_price = as_typed(line.origin->offered, line, prices);
        if (line.unit_price != typed.line.unit_price) changed.push_back(typed.key);
        const auto texts = typed_line(line).texts;
        for (const auto field : {std::string_view{"unit_price"}, origin_field})
            typed.texts.find(field)->second = texts.find(field)->second;
        typed.line = std::move(line);
    }
    return changed;
}

PricedDocument at_client_prices(guard::Call& call, forms::Typed typed, ClientId saved)
{
    const auto former = ClientId::parse(field_in(typed, priced_for_field)).value_or(saved);
    const auto client = ClientId::parse(field_in(typed, "client")).value_or(former);
    PricedDocument document{.typed = std::move(typed), .priced = {.client = client}};
    if (client != former && has_catalogue(call)) {
        const auto prices =
            field_in(document.typed, "prices") == "gross" ? TypedPrices::gross : TypedPrices::net;
        const auto regime = books_of(call.context().workspace()).regime;
        auto lines = read_lines(document.typed, regime);
        document.priced.is_another = true;
        document.priced.changed = take_prices(lines, offers_today(call, prices, client), prices);
        write_back(document.typed, lines);
    }
    remember_client(document.typed, client);
    return document;
}

} // namespace sale_documents
