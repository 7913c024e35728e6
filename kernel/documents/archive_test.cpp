#include "kernel/documents/paper_judge_kit.hpp"

#include <doctest.h>

using namespace documents;

namespace
{

Drawn drawn_page()
{
    Canvas canvas{about};
    const auto laid = canvas.lay({.runs = {{"gras ", {.bold = true}},
                                           {"lien \u00e9", {.link = "https://a.example/\u00e9"}}}});
    canvas.write_line(*laid, 0, 50, 50);
    canvas.veil({.x = 10, .y = 10, .width = 20, .height = 20});
    canvas.next_page();
    canvas.write({.text = "seconde page \U0001F44D"}, 50, 50);
    return canvas.finish();
}

} // namespace

TEST_CASE(
    "a paper is PDF/A-3b by each rule another engine once broke, and what cairo writes is not")
{ // PRG-032
    const auto drawn = drawn_page();
    CHECK(faults_of(drawn.pdf).size() >= 3); // the judge refuses what it must
    CHECK(faults_of(archived(drawn, about)) == std::set<std::string>{});
}

TEST_CASE("archiving gives the same bytes each time, and links lead where they were written")
{
    const auto paper = archived(drawn_page(), about);
    CHECK(paper == archived(drawn_page(), about));
    CHECK(paper.starts_with("%PDF-1.7"));
    QPDF file;
    file.processMemoryFile("paper", paper.data(), paper.size());
    auto pages = file.getAllPages();
    auto annotations = pages.at(0).getKey("/Annots");
    REQUIRE(annotations.isArray());
    CHECK(annotations.getArrayItem(0).getKey("/A").getKey("/URI").getStringValue() ==
          "https://a.example/%c3%a9");
    CHECK(!pages.at(1).hasKey("/Annots"));
}
