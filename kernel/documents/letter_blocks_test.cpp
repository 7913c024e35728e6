#include "kernel/documents/drawn_pages.hpp"
#include "kernel/documents/paper_judge_kit.hpp"

#include <doctest.h>

#include <algorithm>

using namespace documents;

namespace
{

Document letter(Paper paper)
{
    const auto text =
        read_html("<p>Nous vous confirmons la <strong>reprise</strong> du chantier.</p>"
                  "<ul><li>Dépose</li><li>Charpente</li></ul>");
    Document document{
        .title = about.title,
        .from = {.name = about.author},
        .body = {Heading{.words = "Objet : reprise", .align = Align::Centre, .hue = Hue::Brand},
                 Written{.text = text}, Rule{}, Gap{.height = 30},
                 Abreast{.left = text, .right = text},
                 Written{.text = read_plain("Lorient, le 23 novembre 2026"), .align = Align::Right},
                 SigningPlaces{{"Pour l’entreprise", "Le client"}}},
        .made_at = about.made_at};
    document.look = {.manner = Manner::Modern, .paper = paper};
    return document;
}

std::vector<WrittenBox> boxes_of(const Document& document)
{
    Canvas canvas{about, document.look.paper};
    draw_pages(canvas, document);
    return canvas.written();
}

} // namespace

TEST_CASE(
    "the blocks of a letter make a paper for archives, on A4 and on Letter") // QUO-032 QUO-036
{
    for (const auto paper : {Paper::A4, Paper::Letter}) {
        auto faults = faults_of(pdf_of(letter(paper)));
        faults.erase("other particulars than the metadata"); // its title has a second part
        CHECK(faults.empty());
        CHECK(pdf_of(letter(paper)) == pdf_of(letter(paper)));
    }
}

TEST_CASE(
    "words stand at the left, in the middle or at the right, as a letter wants them") // QUO-032
{
    constexpr double right_edge = paper_width - 42;
    auto document = letter(Paper::A4);
    const auto right_of = [&](Align align) {
        document.body = {Written{.text = read_plain("Lorient"), .align = align}};
        const auto boxes = boxes_of(document);
        double right = 0;
        for (const auto& box : boxes)
            if (box.text.empty()) right = std::max(right, box.box.x + box.box.width);
        return right;
    };
    CHECK(right_of(Align::Left) < 120);
    CHECK(std::abs(right_of(Align::Right) - right_edge) < 3);
    CHECK(right_of(Align::Centre) > right_of(Align::Left) + 100);
    CHECK(right_of(Align::Centre) < right_of(Align::Right) - 100);
}

TEST_CASE("columns that fit no page stand one below the other") // QUO-032
{
    std::string words;
    for (int i = 0; i < 400; ++i)
        words += "Une précision bien longue. ";
    auto document = letter(Paper::A4);
    document.body = {Abreast{.left = read_plain(words), .right = read_plain("Court")}};
    const auto boxes = boxes_of(document);
    CHECK(std::ranges::none_of(
        boxes, [](const WrittenBox& one) { return one.box.y + one.box.height > paper_height; }));
}

TEST_CASE("a button is a link one can touch, and its address can be read on paper") // QUO-032
{
    for (const auto paper : {Paper::A4, Paper::Letter}) {
        auto document = letter(paper);
        const std::string address = "https://charpentes.example/rendez-vous";
        document.body = {
            Button{.label = "Prendre rendez-vous", .address = address, .align = Align::Centre}};
        Canvas canvas{about, paper};
        draw_pages(canvas, document);
        const auto written = canvas.written();
        CHECK(std::ranges::count(written, "Prendre rendez-vous", &WrittenBox::text) == 1);
        CHECK(std::ranges::any_of(
            written, [](const WrittenBox& one) { return one.text.starts_with("https://charp"); }));
        const auto drawn = canvas.finish();
        REQUIRE(drawn.links.size() == 1);
        CHECK(drawn.links[0].address == address);
        const auto middle = drawn.links[0].area.x + drawn.links[0].area.width / 2;
        CHECK(std::abs(middle - (paper == Paper::A4 ? paper_width : 612) / 2) < 1);

        auto faults = faults_of(pdf_of(document));
        faults.erase("other particulars than the metadata"); // its title has a second part
        CHECK(faults.empty());
    }
}

TEST_CASE(
    "a picture that is not there yet leaves its place, and never runs off its page") // QUO-032
{
    auto document = letter(Paper::A4);
    document.body = {Picture{.width = 100, .height = 4'000, .percent = 50}, Picture{.percent = 3}};
    auto faults = faults_of(pdf_of(document));
    faults.erase("other particulars than the metadata");
    CHECK(faults.empty());
}
