#include "modules/sale_documents/parties.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace sale_documents
{
namespace
{

namespace json = boost::json;

std::string text_of(const json::object& object, const char* name)
{
    return std::string{object.at(name).as_string()};
}

/// Of what was not frozen at first: empty in older papers.
std::string later_text_of(const json::object& object, const char* name)
{
    return object.contains(name) ? text_of(object, name) : std::string{};
}

} // namespace

Business business_today(tenancy::WorkspaceTransaction& tx)
{
    return settings::profile(tx);
}

Parties parties_today(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client)
{
    return {.business = business_today(tx), .client = crm::addressee(tx, client)};
}

std::string frozen(const Parties& parties)
{
    const auto& from = parties.business;
    json::array lines;
    for (const auto& line : parties.client.lines)
        lines.emplace_back(line);
    return json::serialize(json::object{{"business", json::object{{"legal_name", from.legal_name},
                                                                  {"siret", from.siret},
                                                                  {"vat_number", from.vat_number},
                                                                  {"neq", from.neq},
                                                                  {"tps_number", from.tps_number},
                                                                  {"tvq_number", from.tvq_number},
                                                                  {"address", from.address},
                                                                  {"postal_code", from.postal_code},
                                                                  {"city", from.city},
                                                                  {"phone", from.phone},
                                                                  {"email", from.email},
                                                                  {"website", from.website}}},
                                        {"client", json::object{{"name", parties.client.name},
                                                                {"contact", parties.client.contact},
                                                                {"lines", std::move(lines)}}}});
}

Parties parties_from(const std::string& text)
{
    const auto all = json::parse(text).as_object();
    const auto& from = all.at("business").as_object();
    const auto& to = all.at("client").as_object();
    Parties parties{
        .business = {.legal_name = text_of(from, "legal_name"),
                     .siret = text_of(from, "siret"),
                     .vat_number = text_of(from, "vat_number"),
                     .neq = later_text_of(from, "neq"),
                     .tps_number = later_text_of(from, "tps_number"),
                     .tvq_number = later_text_of(from, "tvq_number"),
                     .address = text_of(from, "address"),
                     .postal_code = text_of(from, "postal_code"),
                     .city = text_of(from, "city"),
                     .phone = text_of(from, "phone"),
                     .email = text_of(from, "email"),
                     .website = text_of(from, "website")},
        .client = {.name = text_of(to, "name"), .contact = text_of(to, "contact"), .lines = {}}};
    for (const auto& line : to.at("lines").as_array())
        parties.client.lines.emplace_back(line.as_string());
    return parties;
}

} // namespace sale_documents
