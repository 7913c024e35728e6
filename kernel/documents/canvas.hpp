#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/documents/documents.hpp"

#include <memory>
#include <string>
#include <string_view>

/// Where papers are drawn, in points from the top left corner; for kernel/documents only.
namespace documents
{

inline constexpr double paper_width = 595.276;
inline constexpr double paper_height = 841.89;

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
};
/// "#rrggbb"; black for anything else.
Colour colour_of(std::string_view hex);

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

enum class Weight { Regular, Bold };
enum class Lines { Wrapped, One };
struct Words {
    std::string text; ///< as it is, never markup
    double size = 9;
    double width = paper_width;
    Weight weight = Weight::Regular;
    Align align = Align::Left;
    Lines lines = Lines::Wrapped; ///< One: cut with an ellipsis
    Colour colour{};
};

struct Particulars {
    std::string title;
    std::string author;
    base::Instant made_at;
};

/// One PDF being drawn. pango writes, cairo draws, with the fonts the program carries and no other.
class Canvas
{
  public:
    explicit Canvas(const Particulars& particulars);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    double height_of(const Words& words);
    void write(const Words& words, double x, double y);
    void fill(const Box& box, const Colour& colour);
    void outline(const Box& box, const Colour& colour);
    /// Slanted lines inside the box.
    void hatch(const Box& box, const Colour& colour);
    void rule(double x, double y, double width, const Colour& colour);
    /// A square PNG; one that cannot be read is left out.
    void picture(std::string_view png, double x, double y, double side);
    void next_page();
    /// The whole file. Throws std::runtime_error when a page failed.
    std::string finish();

  private:
    struct Tools;
    std::unique_ptr<Tools> tools_;
};

} // namespace documents
