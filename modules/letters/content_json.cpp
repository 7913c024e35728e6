#include "modules/letters/content.hpp"
#include "modules/letters/described_json.hpp"

namespace letters
{

std::string written(const Content& content)
{
    return boost::json::serialize(json_of(content));
}

Content content_from(std::string_view json)
{
    Content content;
    read_json(boost::json::parse(json), content);
    return content;
}

} // namespace letters
