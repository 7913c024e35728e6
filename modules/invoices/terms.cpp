#include "modules/invoices/terms.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace invoices
{
namespace
{

namespace json = boost::json;

std::string text_of(const json::object& object, const char* name)
{
    return std::string{object.at(name).as_string()};
}

} // namespace

std::string frozen(const Terms& terms)
{
    return json::serialize(json::object{{"payment_days", terms.payment_days},
                                        {"iban", terms.iban},
                                        {"bic", terms.bic},
                                        {"holder", terms.holder},
                                        {"penalties", terms.penalties},
                                        {"early", terms.early},
                                        {"conditions", terms.conditions},
                                        {"mentions", terms.mentions}});
}

Terms terms_from(const std::string& text)
{
    const auto all = json::parse(text).as_object();
    return {.payment_days = all.at("payment_days").to_number<std::int64_t>(),
            .iban = text_of(all, "iban"),
            .bic = text_of(all, "bic"),
            .holder = text_of(all, "holder"),
            .penalties = text_of(all, "penalties"),
            .early = text_of(all, "early"),
            .conditions = text_of(all, "conditions"),
            .mentions = text_of(all, "mentions")};
}

} // namespace invoices
