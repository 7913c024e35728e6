#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/tone.hpp"
#include "modules/crm/tag_store.hpp"

#include <string>
#include <vector>

namespace crm
{

/// The tags of one client, under his name.
struct TagLineView {
    html::Url client;
    bool may_change = false;
    html::Html guard;
    std::vector<Tag> tags;
    std::vector<TagUse> known; ///< proposed while typing
};
html::Html tag_line(const TagLineView& view);

struct TagListView {
    std::string slug;
    std::vector<TagUse> tags;
    html::Html guard;
};
html::Html tag_list(const TagListView& view);

html::Html tag_badge(const std::string& name, TagTone tone);

} // namespace crm
