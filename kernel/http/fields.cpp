#include "kernel/http/form_fields.hpp"
#include "kernel/http/message.hpp"
#include "kernel/http/percent.hpp"

#include <algorithm>

namespace http
{

void Fields::add(std::string name, std::string value)
{
    pairs_.emplace_back(std::move(name), std::move(value));
}

std::optional<std::string_view> Fields::find(std::string_view name) const
{
    for (const auto& [key, value] : pairs_)
        if (key == name) return value;
    return {};
}

std::string_view Fields::get(std::string_view name) const
{
    return find(name).value_or("");
}

std::vector<std::string_view> Fields::every(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto& [key, value] : pairs_)
        if (key == name) values.emplace_back(value);
    return values;
}

void Fields::remove(std::string_view name)
{
    std::erase_if(pairs_, [&](const auto& pair) { return pair.first == name; });
}

namespace
{

Fields parse_pairs(std::string_view text, std::size_t pairs_max)
{
    Fields fields;
    while (!text.empty()) {
        const auto pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        if (pair.empty()) continue;
        if (fields.all().size() == pairs_max) throw BadRequest{400, "too many fields"};
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = form_decode(pair.substr(0, equals));
        auto value = form_decode(pair.substr(std::min(equals + 1, pair.size())));
        if (!name || !value) throw BadRequest{400, "field not decodable"};
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

} // namespace

Fields parse_urlencoded(std::string_view text)
{
    return parse_pairs(text, fields_max);
}

Fields parse_form(std::string_view text)
{
    return parse_pairs(text, form_fields_max);
}

std::string encode_urlencoded(const Fields& fields)
{
    std::string text;
    for (const auto& [name, value] : fields.all()) {
        if (!text.empty()) text += '&';
        text += encode_component(name) + '=' + encode_component(value);
    }
    return text;
}

} // namespace http
