#include "kernel/documents/html_tree.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <memory_resource>
#include <new>

namespace documents
{

struct HtmlTree::Memory {
    std::pmr::monotonic_buffer_resource bytes;
    std::size_t used = 0;

    static void* take(void* memory, std::size_t size)
    {
        auto& self = *static_cast<Memory*>(memory);
        self.used += size;
        if (self.used > tree_bytes_max) throw std::bad_alloc{};
        return self.bytes.allocate(size);
    }
    static void give_back(void* /*memory*/, void* /*place*/) {}
};

namespace
{

std::string name_in(GumboStringPiece tag)
{
    if (!tag.data) return {};
    // gumbo counts every « </> » before a tag as part of how it was written.
    while (std::string_view{tag.data, tag.length}.substr(0, 3) == "</>") {
        tag.data += 3;
        tag.length -= 3;
    }
    gumbo_tag_from_original_text(&tag);
    return base::lower_ascii({tag.data, tag.length});
}

} // namespace

HtmlTree::HtmlTree(std::string html) : html_(std::move(html)), memory_(std::make_unique<Memory>())
{
    auto options = kGumboDefaultOptions;
    options.allocator = Memory::take;
    options.deallocator = Memory::give_back;
    options.userdata = memory_.get();
    options.max_errors = 0;
    root_ = gumbo_parse_with_options(&options, html_.data(), html_.size())->root;
}

HtmlTree::~HtmlTree() = default;

std::unique_ptr<HtmlTree> read_tree(std::string html)
{
    if (std::count(html.begin(), html.end(), '<') > tags_max) return nullptr;
    try {
        return std::make_unique<HtmlTree>(std::move(html));
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

std::string name_of(const GumboNode& element)
{
    return name_in(element.v.element.original_tag);
}

bool is_closed_by_another(const GumboNode& element)
{
    const auto closing = name_in(element.v.element.original_end_tag);
    return !closing.empty() && closing != name_of(element);
}

std::string_view attribute_of(const GumboNode& element, const char* name)
{
    if (element.type != GUMBO_NODE_ELEMENT) return {};
    const auto* found = gumbo_get_attribute(&element.v.element.attributes, name);
    return found ? std::string_view{found->value} : std::string_view{};
}

const GumboVector& children_of(const GumboNode& node)
{
    static const GumboVector none{};
    return node.type == GUMBO_NODE_ELEMENT ? node.v.element.children : none;
}

const GumboNode& child_at(const GumboVector& children, unsigned position)
{
    return *static_cast<const GumboNode*>(children.data[position]);
}

} // namespace documents
