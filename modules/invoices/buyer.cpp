#include "modules/invoices/buyer.hpp"

#include "kernel/base/text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace invoices
{
namespace
{

namespace json = boost::json;

using Country = std::pair<std::string_view, const char*>;
constexpr std::array<Country, 13> countries{{{"france", "FR"},
                                             {"belgique", "BE"},
                                             {"suisse", "CH"},
                                             {"luxembourg", "LU"},
                                             {"allemagne", "DE"},
                                             {"espagne", "ES"},
                                             {"italie", "IT"},
                                             {"pays bas", "NL"},
                                             {"portugal", "PT"},
                                             {"royaume uni", "GB"},
                                             {"irlande", "IE"},
                                             {"monaco", "MC"},
                                             {"canada", "CA"}}};

std::string text_of(const json::object& object, const char* name)
{
    return std::string{object.at(name).as_string()};
}

} // namespace

std::string frozen(const Buyer& buyer)
{
    return json::serialize(json::object{{"is_business", buyer.is_business},
                                        {"siren", buyer.siren},
                                        {"vat_number", buyer.vat_number},
                                        {"street", buyer.street},
                                        {"postal_code", buyer.postal_code},
                                        {"city", buyer.city},
                                        {"country", buyer.country},
                                        {"email", buyer.email}});
}

Buyer buyer_from(const std::string& text)
{
    const auto all = json::parse(text).as_object();
    return {.is_business = all.at("is_business").as_bool(),
            .siren = text_of(all, "siren"),
            .vat_number = text_of(all, "vat_number"),
            .street = text_of(all, "street"),
            .postal_code = text_of(all, "postal_code"),
            .city = text_of(all, "city"),
            .country = text_of(all, "country"),
            .email = text_of(all, "email")};
}

std::string country_code(const std::string& typed)
{
    const auto folded = std::string{base::trim(base::fold(typed))};
    if (folded.empty()) return "FR";
    const auto found = std::ranges::find(countries, folded, &Country::first);
    if (found != countries.end()) return found->second;
    const bool is_code = folded.size() == 2 &&
                         std::ranges::all_of(folded, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_code) return {};
    std::string code = folded;
    std::ranges::transform(code, code.begin(),
                           [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return code;
}

} // namespace invoices
