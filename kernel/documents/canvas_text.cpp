#include "kernel/base/pictographs.hpp"
#include "kernel/base/text.hpp"
#include "kernel/documents/canvas_tools.hpp"
#include "kernel/documents/typefaces.hpp"
#include "kernel/i18n/translate.hpp"

#include <array>

namespace documents
{

struct LaidPhrase {
    struct Line {
        double height = 0;
        double baseline = 0; ///< below its top
        double shift = 0;    ///< to the right, of a phrase that is not at the left
    };
    struct Link {
        int from = 0; ///< bytes
        int to = 0;
        std::string address;
    };
    Owned<PangoLayout> layout;
    std::vector<Line> lines;
    std::vector<Link> links;
    Colour colour;
};

namespace
{

constexpr float line_spacing = 1.28F;
constexpr double points = PANGO_SCALE;
constexpr std::string_view stand_in = "\u25a1";
constexpr std::array<double, 4> size_factors{0.84, 1, 1.25, 1.6};

bool has_sign(PangoFont* font, gunichar sign)
{
    return sign < ' ' || pango_font_has_char(font, sign) != FALSE;
}

/// As many bytes as it stands for, so that the marks stay where they are.
std::string stand_in_for(std::size_t bytes)
{
    if (bytes < stand_in.size()) return std::string(bytes, '?');
    return std::string{stand_in} + std::string(bytes - stand_in.size(), ' ');
}

Owned<PangoFont> font_of(PangoLayout* layout)
{
    auto* const context = pango_layout_get_context(layout);
    return Owned<PangoFont>{
        pango_context_load_font(context, pango_layout_get_font_description(layout))};
}

guint16 shade(double part)
{
    return static_cast<guint16>(part * 65'535);
}

struct Attributes {
    PangoAttrList* list = pango_attr_list_new();
    guint from = 0;
    guint to = 0;

    void add(PangoAttribute* attribute) const
    {
        attribute->start_index = from;
        attribute->end_index = to;
        pango_attr_list_insert(list, attribute);
    }
};

void mark(const Attributes& attributes, const TextMarks& marks, const Phrase& phrase)
{
    if (marks.bold) attributes.add(pango_attr_weight_new(PANGO_WEIGHT_BOLD));
    if (marks.italic) attributes.add(pango_attr_style_new(PANGO_STYLE_ITALIC));
    const auto size = phrase.size * size_factors.at(static_cast<std::size_t>(marks.size));
    attributes.add(pango_attr_size_new_absolute(static_cast<int>(size * points)));
    if (marks.link.empty()) return;
    const auto& colour = phrase.link_colour;
    attributes.add(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
    attributes.add(
        pango_attr_foreground_new(shade(colour.red), shade(colour.green), shade(colour.blue)));
}

void set_words(LaidPhrase& laid, const Phrase& phrase)
{
    std::string text;
    Attributes attributes;
    std::vector<std::string_view> pieces;
    for (const auto& run : phrase.runs)
        pieces.emplace_back(run.words);
    const auto drawn = drawable(laid.layout.get(), pieces);
    for (std::size_t i = 0; i < phrase.runs.size(); ++i) {
        const auto& run = phrase.runs[i];
        attributes.from = static_cast<guint>(text.size());
        text += drawn[i];
        attributes.to = static_cast<guint>(text.size());
        mark(attributes, run.marks, phrase);
        if (!run.marks.link.empty())
            laid.links.push_back({static_cast<int>(attributes.from),
                                  static_cast<int>(attributes.to), run.marks.link});
    }
    pango_layout_set_text(laid.layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(laid.layout.get(), attributes.list);
    pango_attr_list_unref(attributes.list);
}

double shift_of(PangoLayoutIter* at, const Phrase& phrase)
{
    if (phrase.align == Align::Left) return 0;
    PangoRectangle taken{};
    pango_layout_iter_get_line_extents(at, nullptr, &taken);
    const auto left_over = std::max(0.0, phrase.width - taken.width / points);
    return phrase.align == Align::Right ? left_over : left_over / 2;
}

void measure(LaidPhrase& laid, const Phrase& phrase)
{
    auto* const at = pango_layout_get_iter(laid.layout.get());
    do {
        int top = 0;
        int bottom = 0;
        pango_layout_iter_get_line_yrange(at, &top, &bottom);
        laid.lines.push_back({.height = (bottom - top) / points,
                              .baseline = (pango_layout_iter_get_baseline(at) - top) / points,
                              .shift = shift_of(at, phrase)});
    } while (pango_layout_iter_next_line(at) != FALSE);
    pango_layout_iter_free(at);
}

/// PDF takes an address in ASCII.
std::string in_ascii(const std::string& address)
{
    std::string kept;
    for (const char c : address)
        kept +=
            static_cast<unsigned char>(c) < 0x80 ? std::string{c} : "%" + base::hex(std::string{c});
    return kept;
}

} // namespace

std::vector<std::string> drawable(PangoLayout* layout, const std::vector<std::string_view>& pieces)
{
    Owned<PangoFont> font;
    base::PictographFilter filter{[&](char32_t sign) {
        if (!font) font = font_of(layout);
        return has_sign(font.get(), sign);
    }};
    std::vector<std::string> drawn;
    bool is_less = false;
    bool is_blank = true;
    for (const auto piece : pieces) {
        drawn.push_back(filter.next(piece));
        is_less = is_less || drawn.back().size() < piece.size();
        is_blank = is_blank && drawn.back().find_first_not_of(" \n") == std::string::npos;
    }
    if (is_less && is_blank) drawn.front() = i18n::t("documents.emoji");
    return drawn;
}

bool replace_unknown(PangoLayout* layout)
{
    if (pango_layout_get_unknown_glyphs_count(layout) == 0) return false;
    const auto font = font_of(layout);
    std::string replaced;
    const std::string text = pango_layout_get_text(layout);
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const auto sign = g_utf8_get_char(at);
        const auto bytes = static_cast<std::size_t>(g_utf8_next_char(at) - at);
        replaced += has_sign(font.get(), sign) ? std::string{at, bytes} : stand_in_for(bytes);
    }
    pango_layout_set_text(layout, replaced.data(), static_cast<int>(replaced.size()));
    return true;
}

std::shared_ptr<const LaidPhrase> Canvas::lay(const Phrase& phrase)
{
    auto laid = std::make_shared<LaidPhrase>();
    laid->layout = tools_->layout({.text = {}, .size = phrase.size, .width = phrase.width});
    laid->colour = phrase.colour;
    set_words(*laid, phrase);
    pango_layout_set_line_spacing(laid->layout.get(), line_spacing);
    replace_unknown(laid->layout.get());
    measure(*laid, phrase);
    return laid;
}

std::vector<double> Canvas::line_heights(const LaidPhrase& phrase)
{
    std::vector<double> heights;
    for (const auto& line : phrase.lines)
        heights.push_back(line.height);
    return heights;
}

void Canvas::link(const Box& box, const std::string& address)
{
    auto area = box;
    area.x += tools_->left;
    tools_->links.push_back({.page = tools_->page, .area = area, .address = in_ascii(address)});
}

void Canvas::write_line(const LaidPhrase& phrase, std::size_t number, double left, double y)
{
    auto* const pen = tools_->pen.get();
    const auto& line = phrase.lines.at(number);
    const auto x = left + line.shift;
    auto* const laid =
        pango_layout_get_line_readonly(phrase.layout.get(), static_cast<int>(number));
    for (const auto& link : phrase.links) {
        const auto last = laid->start_index + laid->length;
        if (link.to <= laid->start_index || link.from >= last) continue;
        int* ranges = nullptr;
        int count = 0;
        pango_layout_line_get_x_ranges(laid, std::max(link.from, laid->start_index),
                                       std::min(link.to, last), &ranges, &count);
        for (int i = 0; i < count; ++i)
            tools_->links.push_back(
                {.page = tools_->page,
                 .area = {tools_->left + x + ranges[2 * i] / points, y,
                          (ranges[2 * i + 1] - ranges[2 * i]) / points, line.height},
                 .address = in_ascii(link.address)});
        g_free(ranges);
    }
    tools_->ink(phrase.colour);
    cairo_move_to(pen, x, y + line.baseline);
    pango_cairo_show_layout_line(pen, laid);
    PangoRectangle inked{};
    pango_layout_line_get_extents(laid, &inked, nullptr);
    tools_->note({}, {.x = x + inked.x / points,
                      .y = y + line.baseline + inked.y / points,
                      .width = inked.width / points,
                      .height = inked.height / points});
}

} // namespace documents
