#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/documents/documents.hpp"
#include "kernel/documents/look.hpp"
#include "kernel/documents/rich_text.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

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
    double tracking = 0; ///< points between letters
};

struct Particulars {
    std::string title;
    std::string author;
    base::Instant made_at;
};

/// Words that do not all look alike, laid out once and written line by line, so that a page can end
/// inside them.
struct Phrase {
    std::vector<TextRun> runs;
    double size = 9.5; ///< of what is neither small nor large
    double width = paper_width;
    Colour colour{};
    Colour link_colour{};
    Align align = Align::Left;
};
struct LaidPhrase;

/// Where a link can be touched. cairo would write half a structure tree with it.
struct LinkArea {
    int page = 0;
    Box area;
    std::string address; ///< in ASCII
};
/// Pages as cairo draws them: no paper yet.
struct Drawn {
    std::string pdf;
    std::vector<LinkArea> links;
    double page_height = paper_height;
};
/// Where words stand: to be asked whether any lie over others.
struct WrittenBox {
    int page = 0;
    Box box;
    std::string text;
};
/// Images are of two pixels a point, thumbnails of one.
enum class Sheets { Pdf, Images, Thumbnails };

/// One PDF being drawn. pango writes, cairo draws, with the fonts the program carries and no other.
struct CanvasTools;
class Canvas
{
  public:
    explicit Canvas(const Particulars& particulars, Paper paper = Paper::A4,
                    Sheets sheets = Sheets::Pdf);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    double height_of(const Words& words);
    /// Of what stands on its widest line.
    double width_of(const Words& words);
    void write(const Words& words, double x, double y);
    void fill(const Box& box, const Colour& colour);
    void outline(const Box& box, const Colour& colour);
    /// Slanted lines inside the box.
    void hatch(const Box& box, const Colour& colour);
    void rule(double x, double y, double width, const Colour& colour);
    /// A square PNG; one that cannot be read is left out.
    void picture(std::string_view png, double x, double y, double side);
    std::shared_ptr<const LaidPhrase> lay(const Phrase& phrase);
    /// Of each of its lines.
    static std::vector<double> line_heights(const LaidPhrase& phrase);
    void write_line(const LaidPhrase& phrase, std::size_t line, double x, double y);
    /// Who touches the box goes to that address, as html::written_link gives it.
    void link(const Box& box, const std::string& address);
    /// The bytes of a JPEG go into the file as they are. Left out where they are none, or larger
    /// than paper needs; whether it was drawn.
    bool photo(const std::string& jpeg, const Box& box);
    /// What is drawn over a photo that fills the box: strokes, never pixels.
    void drawing(const base::Drawing& drawing, const Box& box);
    /// The lines of a drawing as a pen writes them, over that box.
    void handwriting(const base::Drawing& drawing, const Box& box);
    /// What is below looks washed out.
    void veil(const Box& box);
    /// Points. What is drawn keeps the width of A4, in the middle of a wider paper.
    double page_height() const;
    /// From the left edge of what is drawn to that of the paper.
    double left_edge() const;
    void next_page();
    /// The whole file. Throws std::runtime_error when a page failed.
    Drawn finish();
    /// A PNG for each page, of a canvas of images.
    std::vector<std::string> finish_images();
    const std::vector<WrittenBox>& written() const;

  private:
    std::unique_ptr<CanvasTools> tools_;
};

} // namespace documents
