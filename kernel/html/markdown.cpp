#include "kernel/html/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>
#include <vector>

namespace html
{
namespace
{

constexpr int options = CMARK_OPT_HARDBREAKS | CMARK_OPT_VALIDATE_UTF8;

struct Free {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
    void operator()(char* text) const { cmark_get_default_mem_allocator()->free(text); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

Owned<cmark_node> parse(std::string_view source)
{
    static const bool is_registered = (cmark_gfm_core_extensions_ensure_registered(), true);
    const Owned<cmark_parser> parser{is_registered ? cmark_parser_new(options) : nullptr};
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("autolink"));
    cmark_parser_feed(parser.get(), source.data(), source.size());
    return Owned<cmark_node>{cmark_parser_finish(parser.get())};
}

std::vector<cmark_node*> nodes_to_change(cmark_node* document)
{
    std::vector<cmark_node*> found;
    const Owned<cmark_iter> iterator{cmark_iter_new(document)};
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        if (event != CMARK_EVENT_ENTER) continue; // once each: changing a node may free it
        auto* node = cmark_iter_get_node(iterator.get());
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE ||
            type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINK || type == CMARK_NODE_HEADING ||
            type == CMARK_NODE_CODE_BLOCK)
            found.push_back(node);
    }
    return found;
}

void move_children(cmark_node* from, cmark_node* to)
{
    while (auto* child = cmark_node_first_child(from)) {
        cmark_node_unlink(child);
        cmark_node_append_child(to, child);
    }
}

void replace(cmark_node* node, cmark_node* by)
{
    cmark_node_replace(node, by);
    cmark_node_free(node);
}

cmark_node* text_node(cmark_node* written)
{
    auto* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, cmark_node_get_literal(written));
    return text;
}

cmark_node* paragraph_around(cmark_node* child)
{
    auto* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    cmark_node_append_child(paragraph, child);
    return paragraph;
}

/// In place: the text of a heading lies in its node.
void embolden(cmark_node* heading)
{
    auto* strong = cmark_node_new(CMARK_NODE_STRONG);
    move_children(heading, strong);
    cmark_node_set_type(heading, CMARK_NODE_PARAGRAPH);
    cmark_node_append_child(heading, strong);
}

bool is_inside_link(cmark_node* node)
{
    for (auto* around = cmark_node_parent(node); around; around = cmark_node_parent(around))
        if (cmark_node_get_type(around) == CMARK_NODE_LINK) return true;
    return false;
}

void leave_only_children(cmark_node* node)
{
    while (auto* child = cmark_node_first_child(node)) {
        cmark_node_unlink(child);
        cmark_node_insert_before(node, child);
    }
    cmark_node_unlink(node);
    cmark_node_free(node);
}

void link_image(cmark_node* image)
{
    auto* link = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(link, cmark_node_get_url(image));
    move_children(image, link);
    replace(image, link);
}

void tame(cmark_node* node)
{
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HTML_INLINE) replace(node, text_node(node));
    if (type == CMARK_NODE_HTML_BLOCK) replace(node, paragraph_around(text_node(node)));
    if (type == CMARK_NODE_HEADING) embolden(node);
    if (type == CMARK_NODE_CODE_BLOCK) cmark_node_set_fence_info(node, ""); // else it names a class
    if (type != CMARK_NODE_IMAGE && type != CMARK_NODE_LINK) return;
    if (is_inside_link(node))
        leave_only_children(node);
    else if (type == CMARK_NODE_IMAGE)
        link_image(node);
}

} // namespace

Html markdown(std::string_view source)
{
    const auto document = parse(source);
    for (auto* node : nodes_to_change(document.get()))
        tame(node);
    const Owned<char> markup{cmark_render_html(document.get(), options, nullptr)};
    return detail::Builder::literal(markup.get());
}

} // namespace html
