#include "kernel/documents/documents.hpp"
#include "kernel/documents/page_images.hpp"
#include "kernel/files/test_files.hpp"

#include <doctest.h>

#include <sstream>

using namespace documents;
using test_support::TemporaryFolder;

namespace
{

/// A blue photo, 400 by 300.
std::string blue_photo(const TemporaryFolder& folder)
{
    const auto path = folder.path() / "blue.jpg";
    test_files::run({"ffmpeg", "-f", "lavfi", "-i", "color=c=blue:size=400x300", "-frames:v", "1",
                     path.string()});
    return test_files::read(path);
}

Document paper_with(const std::string& jpeg, const base::Drawing& drawing)
{
    return {.title = "Fiche",
            .from = {.name = "Charpentes du Ponant"},
            .body = {Photos{.photos = {{.width = 400,
                                        .height = 300,
                                        .jpeg = [jpeg] { return jpeg; },
                                        .drawing = drawing}}}},
            .made_at = base::parse_iso("2026-03-10T08:00:00Z").value()};
}

struct Pixel {
    int red = 0;
    int green = 0;
    int blue = 0;
};

int pixels_of(const std::string& ppm, bool (*is_counted)(const Pixel&))
{
    std::istringstream picture{ppm};
    std::string kind;
    int width = 0;
    int height = 0;
    int most = 0;
    picture >> kind >> width >> height >> most;
    picture.get();
    int count = 0;
    for (int i = 0; i < width * height; ++i) {
        Pixel pixel;
        pixel.red = picture.get();
        pixel.green = picture.get();
        pixel.blue = picture.get();
        if (is_counted(pixel)) ++count;
    }
    return count;
}

/// How much of the page is as bright as what is drawn, in pixels at 72 a inch.
int yellow_pixels(const TemporaryFolder& folder, const std::string& pdf)
{
    const auto to = folder.path() / "page";
    test_files::run({"pdftoppm", "-r", "72", "-singlefile",
                     test_files::write(folder, "paper.pdf", pdf).string(), to.string()});
    return pixels_of(test_files::read(to.string() + ".ppm"), [](const Pixel& one) {
        return one.red > 200 && one.green > 180 && one.blue < 140;
    });
}

/// Of a page that is an image, of two pixels a point.
int blue_pixels(const TemporaryFolder& folder, const std::string& png)
{
    const auto to = folder.path() / "page.ppm";
    test_files::run(
        {"ffmpeg", "-y", "-i", test_files::write(folder, "page.png", png).string(), to.string()});
    return pixels_of(test_files::read(to.string()), [](const Pixel& one) {
        return one.red < 60 && one.green < 60 && one.blue > 180;
    });
}

} // namespace

TEST_CASE("what is drawn on a photo is printed over it in strokes, and its JPEG goes in as it is")
{ // PRG-032, PRJ-016
    const TemporaryFolder folder;
    const auto jpeg = blue_photo(folder);
    const auto plain = pdf_of(paper_with(jpeg, {}));
    CHECK(yellow_pixels(folder, plain) == 0);
    CHECK(plain.find(jpeg) != plain.npos);
    const base::Drawing one_of_each[] = {
        {{base::ShapeKind::arrow, {{0.1, 0.1}, {0.6, 0.6}}, ""}},
        {{base::ShapeKind::circle, {{0.1, 0.1}, {0.6, 0.6}}, ""}},
        {{base::ShapeKind::line, {{0.1, 0.5}, {0.5, 0.4}, {0.9, 0.5}}, ""}},
        {{base::ShapeKind::words, {{0.1, 0.5}}, "2 cm trop bas"}}};
    for (const auto& drawing : one_of_each) {
        const auto drawn = pdf_of(paper_with(jpeg, drawing));
        CHECK(yellow_pixels(folder, drawn) > 100);
        CHECK(drawn.find(jpeg) != drawn.npos);
        CHECK(drawn == pdf_of(paper_with(jpeg, drawing)));
    }
}

TEST_CASE("nothing that is drawn leaves its photo")
{
    const TemporaryFolder folder;
    const auto jpeg = blue_photo(folder);
    const base::Drawing far{{base::ShapeKind::line, {{0, 0.5}, {1, 0.5}}, ""},
                            {base::ShapeKind::circle, {{0.5, 0.5}, {0.5, 0.5}}, ""}};
    CHECK(yellow_pixels(folder, pdf_of(paper_with(jpeg, far))) < 330 * 4);
}

TEST_CASE("a page that is an image shows its pictures as the PDF does") // QUO-032
{
    const TemporaryFolder folder;
    const auto jpeg = blue_photo(folder);
    auto paper = paper_with(jpeg, {});
    CHECK(blue_pixels(folder, page_images(paper).front()) > 330 * 200);
    paper.body = {
        Picture{.jpeg = [jpeg] { return jpeg; }, .width = 400, .height = 300, .percent = 50}};
    const auto half = blue_pixels(folder, page_images(paper).front());
    CHECK(half > 500 * 380); // 255 by 191 points
    CHECK(half < 520 * 390);
    paper.body = {Picture{.jpeg = [] { return std::string{"\xff\xd8nothing"}; }}};
    CHECK(blue_pixels(folder, page_images(paper).front()) == 0);
}
