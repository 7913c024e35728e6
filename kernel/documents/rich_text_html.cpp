#include "kernel/base/text.hpp"
#include "kernel/documents/html_marks.hpp"
#include "kernel/documents/rich_text_builder.hpp"
#include "kernel/mail/incoming_text.hpp"

#include <algorithm>
#include <array>

namespace documents
{
namespace
{

/// Marks inside marks; deeper ones look like what they are in.
constexpr std::size_t marks_depth_max = 64;

constexpr std::array without_words{
    GUMBO_TAG_SCRIPT,    GUMBO_TAG_STYLE,    GUMBO_TAG_HEAD,     GUMBO_TAG_TITLE,
    GUMBO_TAG_IFRAME,    GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,    GUMBO_TAG_APPLET,
    GUMBO_TAG_NOSCRIPT,  GUMBO_TAG_NOEMBED,  GUMBO_TAG_NOFRAMES, GUMBO_TAG_FRAME,
    GUMBO_TAG_SELECT,    GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON,   GUMBO_TAG_DATALIST,
    GUMBO_TAG_CANVAS,    GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,    GUMBO_TAG_MAP,
    GUMBO_TAG_XMP,       GUMBO_TAG_INPUT,    GUMBO_TAG_SVG,      GUMBO_TAG_MATH,
    GUMBO_TAG_PLAINTEXT, GUMBO_TAG_METER,    GUMBO_TAG_PROGRESS};

/// Those of drawings and formulas, also where somebody wrote them into a page: no sanitiser trusts
/// what is inside.
constexpr std::array<std::string_view, 66> drawn{"altglyph",
                                                 "annotation-xml",
                                                 "circle",
                                                 "clippath",
                                                 "defs",
                                                 "desc",
                                                 "ellipse",
                                                 "filter",
                                                 "foreignobject",
                                                 "g",
                                                 "glyph",
                                                 "glyphref",
                                                 "hkern",
                                                 "image",
                                                 "line",
                                                 "lineargradient",
                                                 "marker",
                                                 "mask",
                                                 "metadata",
                                                 "mpath",
                                                 "part",
                                                 "path",
                                                 "pattern",
                                                 "polygon",
                                                 "polyline",
                                                 "radialgradient",
                                                 "rect",
                                                 "stop",
                                                 "switch",
                                                 "symbol",
                                                 "text",
                                                 "textpath",
                                                 "tref",
                                                 "tspan",
                                                 "view",
                                                 "vkern",
                                                 "menclose",
                                                 "merror",
                                                 "mfenced",
                                                 "mfrac",
                                                 "mglyph",
                                                 "mi",
                                                 "mlabeledtr",
                                                 "mmultiscripts",
                                                 "mn",
                                                 "mo",
                                                 "mover",
                                                 "mpadded",
                                                 "mphantom",
                                                 "mprescripts",
                                                 "mroot",
                                                 "mrow",
                                                 "ms",
                                                 "mspace",
                                                 "msqrt",
                                                 "mstyle",
                                                 "msub",
                                                 "msubsup",
                                                 "msup",
                                                 "mtable",
                                                 "mtd",
                                                 "mtext",
                                                 "mtr",
                                                 "munder",
                                                 "munderover",
                                                 "animatemotion"};

constexpr std::array blocks{
    GUMBO_TAG_P,       GUMBO_TAG_DIV,        GUMBO_TAG_SECTION,    GUMBO_TAG_ARTICLE,
    GUMBO_TAG_HEADER,  GUMBO_TAG_FOOTER,     GUMBO_TAG_MAIN,       GUMBO_TAG_NAV,
    GUMBO_TAG_ASIDE,   GUMBO_TAG_ADDRESS,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,
    GUMBO_TAG_H1,      GUMBO_TAG_H2,         GUMBO_TAG_H3,         GUMBO_TAG_H4,
    GUMBO_TAG_H5,      GUMBO_TAG_H6,         GUMBO_TAG_DL,         GUMBO_TAG_DT,
    GUMBO_TAG_DD,      GUMBO_TAG_TABLE,      GUMBO_TAG_TR,         GUMBO_TAG_CAPTION,
    GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FORM,       GUMBO_TAG_FIELDSET,
    GUMBO_TAG_LEGEND,  GUMBO_TAG_HR,         GUMBO_TAG_CENTER,     GUMBO_TAG_DETAILS,
    GUMBO_TAG_SUMMARY, GUMBO_TAG_HGROUP,     GUMBO_TAG_DIR,        GUMBO_TAG_MENU};

template <std::size_t Count>
bool is_one_of(GumboTag tag, const std::array<GumboTag, Count>& tags)
{
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_drawn(const GumboNode& element)
{
    const auto name = name_of(element);
    return std::find(drawn.begin(), drawn.end(), name) != drawn.end();
}

bool is_list(GumboTag tag)
{
    return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
}

bool is_cell(GumboTag tag)
{
    return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

/// What an element says of the words inside it.
struct Inside {
    TextMarks marks;
    TextKind kind = TextKind::Paragraph;
    int level = 0;       ///< of lists
    bool is_row = false; ///< the cells of a table stay on one line
    bool is_as_typed = false;
};

/// Walks the tree with a stack of its own: a hostile page is as deep as it is long.
class Walk
{
  public:
    RichText over(const GumboNode& root)
    {
        inside_.emplace_back();
        enter(root);
        while (!open_.empty()) {
            auto& here = open_.back();
            const auto& children = children_of(*here.node);
            if (here.next < children.length)
                enter(child_at(children, here.next++));
            else
                leave();
        }
        return builder_.finish();
    }

  private:
    struct Open {
        const GumboNode* node;
        unsigned next = 0;
        bool has_own_inside = false;
    };

    void enter(const GumboNode& node)
    {
        const auto& here = inside_.back();
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
            node.type == GUMBO_NODE_CDATA)
            return builder_.words(node.v.text.text, here.marks,
                                  here.is_as_typed ? LineEnds::Breaks : LineEnds::Spaces);
        if (node.type != GUMBO_NODE_ELEMENT) return;
        if (is_drawn(node) && is_closed_by_another(node))
            return open_.clear(); // where it ends is unknown
        if (is_kept(node)) open(node);
    }
    static bool is_kept(const GumboNode& element)
    {
        return element.v.element.tag_namespace == GUMBO_NAMESPACE_HTML &&
               (element.parse_flags & GUMBO_INSERTION_FROM_ISINDEX) == 0 &&
               !is_one_of(element.v.element.tag, without_words) && !is_drawn(element) &&
               !is_hidden(element) && !is_word_list_sign(element);
    }
    void open(const GumboNode& element)
    {
        const auto tag = element.v.element.tag;
        if (tag == GUMBO_TAG_BR) return builder_.line_break();
        if (is_one_of(tag, blocks)) part();
        if (is_cell(tag)) builder_.words(" ", {}, LineEnds::Spaces);
        open_.push_back({.node = &element});
        if (inside_.size() < marks_depth_max) {
            inside_.push_back(inside_of(element));
            open_.back().has_own_inside = true;
        }
        if (is_list(tag) || tag == GUMBO_TAG_LI || word_list_level(element)) begin();
    }
    Inside inside_of(const GumboNode& element) const
    {
        const auto tag = element.v.element.tag;
        const auto& outer = inside_.back();
        auto made = outer;
        made.marks = marks_inside(element, outer.marks);
        made.is_row = outer.is_row || is_cell(tag);
        made.is_as_typed = outer.is_as_typed || tag == GUMBO_TAG_PRE;
        const auto word_level = word_list_level(element);
        if (is_list(tag) || (tag == GUMBO_TAG_LI && outer.level == 0) || word_level) {
            made.kind = tag == GUMBO_TAG_OL ? TextKind::Numbered
                        : word_level        ? word_list_kind(element)
                                            : TextKind::Bullet;
            made.level = word_level ? *word_level : outer.level + 1;
        }
        return made;
    }
    void leave()
    {
        const auto closed = open_.back();
        open_.pop_back();
        if (closed.has_own_inside) inside_.pop_back();
        const auto tag = closed.node->v.element.tag;
        if (is_list(tag) || tag == GUMBO_TAG_LI || word_list_level(*closed.node))
            begin();
        else if (is_one_of(tag, blocks))
            part();
        else if (is_cell(tag))
            builder_.words(" ", {}, LineEnds::Spaces);
    }
    void begin() { builder_.begin(inside_.back().kind, inside_.back().level); }
    /// Where one block ends or starts.
    void part()
    {
        const auto& here = inside_.back();
        if (here.is_row)
            builder_.words(" ", {}, LineEnds::Spaces);
        else if (here.level > 0)
            builder_.soft_break();
        else
            builder_.end_block();
    }

    RichTextBuilder builder_;
    std::vector<Inside> inside_;
    std::vector<Open> open_;
};

} // namespace

RichText read_html(std::string_view html)
{
    const auto tree = read_tree(std::string{html.substr(0, html_bytes_max)});
    if (!tree) return read_plain(mail::text_of_html(html.substr(0, html_bytes_max)));
    return Walk{}.over(tree->root());
}

} // namespace documents
