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

TEST_CASE("a paper carries data for programs, announced in its metadata, and stays PDF/A-3b")
{ // INV-007
    const Attachment data{.name = "data.xml",
                          .media_type = "text/xml",
                          .description = "Données",
                          .bytes = "<a>\u00e9</a>",
                          .metadata = "<rdf:Description rdf:about=\"\" xmlns:d=\"urn:d\"/>"};
    const auto paper = archived(drawn_page(), about, {data});
    CHECK(faults_of(paper) == std::set<std::string>{});
    CHECK(paper == archived(drawn_page(), about, {data}));
    CHECK(paper.find(data.metadata + "</rdf:RDF>") != std::string::npos);
    QPDF file;
    file.processMemoryFile("paper", paper.data(), paper.size());
    auto named = file.getRoot().getKey("/AF").getArrayItem(0);
    CHECK(named.getKey("/AFRelationship").getName() == "/Alternative");
    CHECK(named.getKey("/UF").getUTF8Value() == "data.xml");
    CHECK(named.getKey("/Desc").getUTF8Value() == "Données");
    auto stream = named.getKey("/EF").getKey("/F");
    CHECK(stream_of(stream) == data.bytes);
    CHECK(stream.getDict().getKey("/Subtype").getName() == "/text/xml");
    CHECK(stream.getDict().getKey("/Params").getKey("/ModDate").getStringValue() ==
          "D:20261122090000+00'00'");
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
