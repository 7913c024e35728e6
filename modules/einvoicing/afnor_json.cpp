#include "modules/einvoicing/afnor_json.hpp"

#include "kernel/base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace einvoicing::afnor
{
namespace
{

namespace json = boost::json;

constexpr std::size_t text_bytes_max = 2'000;

json::object object_in(std::string_view body)
{
    boost::system::error_code error;
    auto value = json::parse(body, error);
    if (error || !value.is_object()) return {};
    return std::move(value.as_object());
}

std::string text_in(const json::object& object, std::string_view name)
{
    const auto* const value = object.if_contains(name);
    if (value == nullptr || !value->is_string()) return {};
    const auto& text = value->as_string();
    return base::normalise(std::string_view{text.data(), text.size()}.substr(0, text_bytes_max));
}

const json::array& array_in(const json::object& object, std::string_view name)
{
    static const json::array none;
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_array() ? value->as_array() : none;
}

std::string why_in(const json::object& acknowledgement)
{
    std::vector<std::string> sentences;
    for (const auto& detail : array_in(acknowledgement, "details"))
        if (detail.is_object())
            sentences.push_back(text_in(detail.as_object(), "item") + " : " +
                                text_in(detail.as_object(), "reasonMessage"));
    return base::join(sentences, " · ");
}

Flow flow_of(const json::object& object)
{
    Flow flow{.id = text_in(object, "flowId"),
              .tracking = text_in(object, "trackingId"),
              .name = text_in(object, "name"),
              .type = text_in(object, "flowType"),
              .direction = text_in(object, "flowDirection"),
              .updated_at = text_in(object, "updatedAt"),
              .acknowledgement = {},
              .why = {}};
    const auto* const said = object.if_contains("acknowledgement");
    if (said == nullptr || !said->is_object()) return flow;
    flow.acknowledgement = text_in(said->as_object(), "status");
    flow.why = why_in(said->as_object());
    return flow;
}

} // namespace

std::string search_body(const FlowSearch& search)
{
    json::object where;
    if (!search.updated_after.empty()) where["updatedAfter"] = search.updated_after;
    if (!search.types.empty())
        where["flowType"] = json::array(search.types.begin(), search.types.end());
    if (!search.direction.empty()) where["flowDirection"] = json::array{search.direction};
    if (!search.tracking.empty()) where["trackingId"] = search.tracking;
    json::object body{{"limit", search.limit}, {"where", where}};
    if (!search.cursor.empty()) body["cursor"] = search.cursor;
    return json::serialize(body);
}

std::string flow_info(const NewFlow& flow)
{
    json::object info{{"trackingId", flow.tracking},
                      {"name", flow.name},
                      {"processingRule", flow.rule},
                      {"flowSyntax", flow.syntax},
                      {"sha256", base::hex(base::sha256(flow.bytes))}};
    if (!flow.profile.empty()) info["flowProfile"] = flow.profile;
    return json::serialize(info);
}

std::optional<FlowPage> page_in(std::string_view body)
{
    const auto object = object_in(body);
    if (object.empty()) return {};
    FlowPage page{.flows = {}, .next = text_in(object, "nextCursor")};
    for (const auto& one : array_in(object, "results")) {
        if (!one.is_object()) continue;
        auto flow = flow_of(one.as_object());
        if (!flow.id.empty() && !flow.updated_at.empty()) page.flows.push_back(std::move(flow));
    }
    return page;
}

std::string flow_id_in(std::string_view body)
{
    return text_in(object_in(body), "flowId");
}

std::string token_in(std::string_view body)
{
    const auto object = object_in(body);
    const auto* const value = object.if_contains("access_token");
    return value != nullptr && value->is_string() ? std::string{value->as_string()} : std::string{};
}

std::string error_words(std::string_view body)
{
    const auto object = object_in(body);
    const auto code = text_in(object, "errorCode");
    const auto words = text_in(object, "errorMessage");
    return words.empty() ? code : code + " : " + words;
}

} // namespace einvoicing::afnor
