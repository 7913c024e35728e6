#include "kernel/audit/payload.hpp"

#include "kernel/base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace audit
{
namespace
{

constexpr std::size_t value_length_max = 2'000; // characters of an old or new value kept

} // namespace

std::string payload_json(const tenancy::Origin& origin, std::string_view actor_name,
                         const std::vector<Change>& changes)
{
    boost::json::array list;
    for (const auto& change : changes)
        list.push_back(boost::json::array{change.field,
                                          base::shorten(change.before, value_length_max),
                                          base::shorten(change.after, value_length_max)});
    return boost::json::serialize(boost::json::object{{"actor", actor_name},
                                                      {"address", origin.address},
                                                      {"request", origin.request_id},
                                                      {"changes", std::move(list)}});
}

std::string payload_hash(std::string_view salt, std::string_view payload)
{
    return base::hex(base::sha256(std::string{salt} + "\n" + std::string{payload}));
}

} // namespace audit
