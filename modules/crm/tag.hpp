#pragma once

#include "modules/crm/client.hpp"

#include <string>
#include <string_view>

namespace crm
{

using TagId = base::Id<struct ClientTagTag>;

/// Of a workspace: a list longer than this is no help to choose from.
inline constexpr int tags_max = 200;
inline constexpr int tags_of_client_max = 20;

enum class TagTone { gray, green, amber, red, blue, violet, teal };
BOOST_DESCRIBE_ENUM(TagTone, gray, green, amber, red, blue, violet, teal)

/// A word of the team's own on clients, « Client complexe »; two with the same search key are one.
struct Tag {
    TagId id;
    std::string name;
    std::string search_key; ///< base::fold(name)
    TagTone tone = TagTone::gray;
};
BOOST_DESCRIBE_STRUCT(Tag, (), (id, name, search_key, tone))

/// The colour of a tag nobody chose one for: always the same for a name, never gray.
TagTone tone_of_new(std::string_view search_key);

} // namespace crm
