#include "kernel/documents/pieces.hpp"
#include "kernel/documents/sheets.hpp"

#include <algorithm>

namespace documents
{
namespace
{

constexpr double identity_part = 0.5; ///< of the width, for who writes; the rest is for the title
constexpr double logo_gap = 10;
constexpr double bleed = 30; ///< beyond the edges of the paper
constexpr double below_head = 10;

struct Placed {
    Words words;
    double x = 0;
    double y = 0;
};

/// What a manner does with the words of a head.
struct HeadLook {
    double name_size = 12;
    double title_size = 19;
    Weight title_weight = Weight::Bold;
    Colour name = ink;
    Colour words = quiet;
    Colour title = ink;
};

HeadLook look_of(const Style& style)
{
    switch (style.look.manner) {
    case Manner::Modern:
        return {.name_size = 13, .title_size = 21, .title = style.brand};
    case Manner::Minimal:
        return {.name_size = 10, .title_size = 23, .title_weight = Weight::Regular};
    case Manner::Premium:
        return {.name_size = 15,
                .title_size = 18,
                .name = white,
                .words = mixed(style.brand, white, 0.82),
                .title = white};
    case Manner::Compact:
        return {.name_size = 11, .title_size = 14, .title = style.deep};
    case Manner::Classic:
        return {.name_size = 16, .title_size = 14};
    case Manner::Plain:
        break;
    }
    return {};
}

/// Words below each other.
class Stack
{
  public:
    Stack(Canvas& canvas, double x, double width, Align align)
        : canvas_(canvas), x_(x), width_(width), align_(align)
    {
    }
    void add(Words words, double gap = 0)
    {
        if (words.text.empty()) return;
        words.width = width_;
        words.align = align_;
        if (words.lines == Lines::One) {
            words = fitted(canvas_, words);
            words.lines = Lines::Wrapped;
        }
        const auto height = canvas_.height_of(words);
        placed.push_back({.words = words, .x = x_, .y = height_ + gap});
        height_ += gap + height;
    }
    double height() const { return height_; }
    void draw(Canvas& canvas, double top) const
    {
        for (const auto& one : placed)
            canvas.write(one.words, one.x, top + one.y);
    }

    std::vector<Placed> placed;

  private:
    Canvas& canvas_;
    double x_;
    double width_;
    Align align_;
    double height_ = 0;
};

void add_identity(Stack& stack, const Document& document, const HeadLook& look)
{
    stack.add({.text = document.from.name,
               .size = look.name_size,
               .weight = Weight::Bold,
               .lines = Lines::One,
               .colour = look.name});
    stack.add({.text = document.head_words, .size = 8.5, .colour = look.words}, 2);
}

void add_title(Stack& stack, const Document& document, const HeadLook& look)
{
    stack.add({.text = document.title,
               .size = look.title_size,
               .weight = look.title_weight,
               .lines = Lines::One,
               .colour = look.title});
    stack.add({.text = document.subtitle, .size = 9, .lines = Lines::One, .colour = look.words}, 3);
}

/// Behind the words of a head that ends there.
void draw_ground(Canvas& canvas, const Style& style, double bottom)
{
    const Box whole{canvas.left_edge() - bleed, 0, paper_width + 2 * bleed - 2 * canvas.left_edge(),
                    bottom};
    if (style.is(Manner::Premium)) {
        canvas.fill(whole, style.deep);
        canvas.fill({whole.x, bottom, whole.width, 3}, mixed(style.brand, white, 0.35));
    }
    if (style.is(Manner::Modern))
        canvas.fill({canvas.left_edge(), 0, 9, canvas.page_height()}, style.brand);
    if (style.is(Manner::Compact))
        canvas.fill({side_margin, bottom - 2, inner_width, 2}, style.brand);
    if (style.is(Manner::Minimal)) canvas.rule(side_margin, bottom - 0.6, inner_width, line);
}

struct LogoBox {
    bool is_there = false;
    Box box;
};

void draw_logo(Canvas& canvas, const Style& style, const std::string& logo, const LogoBox& place)
{
    if (!place.is_there) return;
    const auto& box = place.box;
    if (style.is(Manner::Premium))
        canvas.fill({box.x - 3, box.y - 3, box.width + 6, box.height + 6}, white);
    canvas.picture(logo, box.x, box.y, box.width);
}

LogoBox logo_of(const Document& document, const Style& style, double top)
{
    const auto side = style.look.logo_side;
    LogoBox logo{.is_there = !document.from.logo.empty() && style.look.logo != LogoPlace::None,
                 .box = {side_margin, top, side, side}};
    if (style.look.logo == LogoPlace::Right) logo.box.x = side_margin + inner_width - side;
    if (style.look.logo == LogoPlace::Centre) logo.box.x = side_margin + (inner_width - side) / 2;
    return logo;
}

/// Who writes at one side, the title at the other; mirrored for a logo at the right.
Head two_sided(Canvas& canvas, const Document& document, const Style& style)
{
    const auto look = look_of(style);
    const auto logo = logo_of(document, style, top_margin);
    const bool is_centred = logo.is_there && style.look.logo == LogoPlace::Centre;
    const bool is_mirrored = style.look.logo == LogoPlace::Right;
    const auto indent = logo.is_there && !is_centred ? logo.box.width + logo_gap : 0;
    const auto identity_width = inner_width * identity_part - logo_gap;
    const auto title_width = inner_width - identity_width - 2 * logo_gap;
    Stack identity{canvas,
                   is_mirrored ? side_margin + inner_width - identity_width : side_margin + indent,
                   identity_width - indent, is_mirrored ? Align::Right : Align::Left};
    Stack title{canvas, is_mirrored ? side_margin : side_margin + inner_width - title_width,
                title_width, is_mirrored ? Align::Left : Align::Right};
    add_identity(identity, document, look);
    add_title(title, document, look);
    const auto first = top_margin + (is_centred ? logo.box.height + logo_gap : 0);
    const auto logo_room = logo.is_there && !is_centred ? logo.box.height : 0;
    const auto height = std::max({identity.height(), title.height(), logo_room});
    const auto bottom = first + height +
                        (style.is(Manner::Premium)   ? 26
                         : style.is(Manner::Compact) ? 8
                                                     : 16);
    const auto identity_y =
        first + std::max(0.0, std::min(logo_room, height) - identity.height()) / 2;
    return {.bottom = bottom + below_head * style.air * (style.is(Manner::Premium) ? 2 : 1),
            .draw = [=, png = document.from.logo](Canvas& on) {
                draw_ground(on, style, bottom);
                draw_logo(on, style, png, logo);
                identity.draw(on, identity_y);
                title.draw(on, first);
            }};
}

/// Everything in the middle, between two rules.
Head centred(Canvas& canvas, const Document& document, const Style& style)
{
    const auto look = look_of(style);
    const auto logo = logo_of(document, style, top_margin);
    const bool is_above = logo.is_there && style.look.logo == LogoPlace::Centre;
    const auto side_room = logo.is_there && !is_above ? logo.box.width + logo_gap : 0;
    Stack identity{canvas, side_margin + side_room, inner_width - 2 * side_room, Align::Centre};
    add_identity(identity, document, look);
    for (auto& one : identity.placed)
        if (one.words.weight == Weight::Bold) one.words.tracking = 0.4;
    Stack title{canvas, side_margin, inner_width, Align::Centre};
    add_title(title, document, look);
    const auto first = top_margin + (is_above ? logo.box.height + 6 : 0);
    const auto rule_y =
        std::max(first + identity.height(), top_margin + (side_room > 0 ? logo.box.height : 0)) +
        12;
    const auto title_y = rule_y + 16;
    return {.bottom = title_y + title.height() + below_head,
            .draw = [=, png = document.from.logo](Canvas& on) {
                draw_logo(on, style, png, logo);
                identity.draw(on, first);
                on.fill({side_margin, rule_y, inner_width, 1.6}, style.brand);
                on.fill({side_margin, rule_y + 3, inner_width, 0.5}, style.brand);
                title.draw(on, title_y);
            }};
}

Words one_line(const std::string& text, double size, const Colour& colour)
{
    return {
        .text = text, .size = size, .width = inner_width, .lines = Lines::One, .colour = colour};
}

constexpr double plain_head = 96; ///< letterhead and title
constexpr double running_head = 30;

void draw_letterhead(Canvas& canvas, const Document& document)
{
    constexpr double logo_side = 34;
    const bool has_logo = !document.from.logo.empty();
    if (has_logo) canvas.picture(document.from.logo, side_margin, top_margin, logo_side);
    auto name = one_line(document.from.name, 11, ink);
    name.weight = Weight::Bold;
    name.width = inner_width / 2;
    canvas.write(name, side_margin + (has_logo ? logo_side + 10 : 0), top_margin + 10);
    auto title = one_line(document.title, 17, ink);
    title.weight = Weight::Bold;
    canvas.write(title, side_margin, top_margin + 46);
    canvas.write(one_line(document.subtitle, 9.5, quiet), side_margin, top_margin + 70);
    canvas.fill({side_margin, top_margin + 88, 48, 2}, colour_of(document.colour));
}

} // namespace

Head head_of(Canvas& canvas, const Document& document, const Style& style)
{
    if (style.is(Manner::Plain))
        return {.bottom = top_margin + plain_head,
                .draw = [&document](Canvas& on) { draw_letterhead(on, document); }};
    return style.is(Manner::Classic) ? centred(canvas, document, style)
                                     : two_sided(canvas, document, style);
}

Head running_head_of(const Document& document, const Style& style)
{
    return {.bottom = top_margin + running_head, .draw = [&document, style](Canvas& on) {
                const auto width = paper_width - 2 * on.left_edge();
                if (style.is(Manner::Premium)) on.fill({on.left_edge(), 0, width, 10}, style.deep);
                if (style.is(Manner::Modern))
                    on.fill({on.left_edge(), 0, 9, on.page_height()}, style.brand);
                on.write(one_line(document.from.name + " · " + document.title, 8, quiet),
                         side_margin, top_margin);
                on.rule(side_margin, top_margin + 16, inner_width,
                        style.is(Manner::Plain) || style.is(Manner::Minimal) ? line : style.brand);
            }};
}

} // namespace documents
