#include "kernel/documents/drawn_pages.hpp"
#include "kernel/documents/page_images.hpp"
#include "kernel/documents/paper_judge_kit.hpp"

#include <doctest.h>

#include <algorithm>

using namespace documents;

namespace
{

using Kind = PricedLines::Kind;

constexpr std::array manners{Manner::Plain,   Manner::Modern,  Manner::Classic,
                             Manner::Minimal, Manner::Premium, Manner::Compact};

struct Sizes {
    int lines = 8;
    std::string name = "Ferronnerie Le Bihan";
    std::string word = "Décapage chimique";
    std::string details = "Portail deux vantaux";
};

PricedLines lines_of(const Sizes& sizes)
{
    PricedLines block{.title = "Désignation",
                      .columns = {{"Quantité", Align::Right, 13},
                                  {"P.U. HT", Align::Right, 13},
                                  {"TVA", Align::Right, 9},
                                  {"Total HT", Align::Right, 15}}};
    block.lines.push_back({.kind = Kind::Section, .name = "Préparation"});
    for (int i = 0; i < sizes.lines; ++i)
        block.lines.push_back({.kind = i == 3 ? Kind::Proposed : Kind::Sold,
                               .name = sizes.word,
                               .details = i % 3 == 0 ? sizes.details : "",
                               .figures = {"10,6 m²", "1 234 567,89 €", "20 %", "148,40 €"}});
    return block;
}

Document paper(Manner manner, const Sizes& sizes = {})
{
    Document document{
        .title = "Devis DEV-2026-0001",
        .subtitle = "du 22 novembre 2026, valable jusqu’au 22 décembre 2026",
        .from = {.name = "Charpentes du Ponant"},
        .colour = "#2d57a8",
        .body = {Parties{.from = {"Charpentes du Ponant SARL", "4 quai des Indes", "56100 Lorient"},
                         .to_label = "Client",
                         .to = {sizes.name, "3 rue des Dunes", "56270 Ploemeur"}},
                 Facts{{{"Objet", sizes.name}}}, lines_of(sizes),
                 Sums{.sums = {{.label = "Total HT", .value = "1 187,20 €"},
                               {.label = "TVA 20 % sur 1 187,20 €", .value = "237,44 €"},
                               {.label = "Total TTC",
                                .value = "1 424,64 €",
                                .weight = Sums::Weight::Strong},
                               {.label = "Acompte de 30 %", .value = "427,39 €"}}},
                 Paragraph{"TVA non applicable, art. 293 B du CGI"}},
        .foot = "Charpentes du Ponant · DEV-2026-0001",
        .made_at = about.made_at};
    document.look = {.manner = manner};
    document.head_words = "Charpente, couverture et ferronnerie d’art";
    document.foot_lines = {"Charpentes du Ponant SARL · SIRET 732 829 320 00074"};
    return document;
}

bool lie_over_each_other(const WrittenBox& one, const WrittenBox& other)
{
    constexpr double touching = 0.6;
    return one.page == other.page && one.box.width > 0 && other.box.width > 0 &&
           one.box.x + one.box.width > other.box.x + touching &&
           other.box.x + other.box.width > one.box.x + touching &&
           one.box.y + one.box.height > other.box.y + touching &&
           other.box.y + other.box.height > one.box.y + touching;
}

bool runs_off(const WrittenBox& one, double height)
{
    return one.box.x < 0 || one.box.x + one.box.width > paper_width || one.box.y < 0 ||
           one.box.y + one.box.height > height;
}

/// What of its words lies over others or leaves the paper.
std::string faults_of_words(const Document& document)
{
    Canvas canvas{about, document.look.paper};
    draw_pages(canvas, document);
    const auto& written = canvas.written();
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (runs_off(written[i], canvas.page_height())) return "runs off: " + written[i].text;
        for (auto j = i + 1; j < written.size() && written[j].page == written[i].page; ++j)
            if (lie_over_each_other(written[i], written[j]))
                return written[i].text + " / " + written[j].text;
    }
    return {};
}

std::string repeated(std::string_view words, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += words;
    return all;
}

} // namespace

TEST_CASE("no words lie over others nor leave the paper, whatever was typed") // QUO-036
{
    const Sizes wild{.lines = 24,
                     .name = repeated("Anticonstitutionnellement", 8),
                     .word = repeated("Pneumoultramicroscopique", 6),
                     .details = repeated("Une précision bien longue. ", 90)};
    for (const auto manner : manners) {
        CAPTURE(static_cast<int>(manner));
        auto document = paper(manner);
        CHECK(faults_of_words(document) == "");
        document = paper(manner, {.lines = 200});
        CHECK(faults_of_words(document) == "");
        document = paper(manner, wild);
        document.from.name = repeated("Charpentes du Ponant et associés ", 8);
        document.title = "Devis " + repeated("DEV-2026-", 5);
        document.foot_lines.push_back(repeated("Assurance décennale. ", 60));
        CHECK(faults_of_words(document) == "");
        document.look.paper = Paper::Letter;
        CHECK(faults_of_words(document) == "");
    }
}

TEST_CASE("a paper of any look is one for archives") // QUO-036
{
    for (const auto manner : manners) {
        auto document = paper(manner);
        document.from.name = about.author;
        document.title = about.title;
        CAPTURE(static_cast<int>(manner));
        auto faults = faults_of(pdf_of(document));
        faults.erase("other particulars than the metadata"); // its title has a second part
        CHECK(faults.empty());
    }
}

TEST_CASE("each look is another, and its images are those of its pages")
{
    std::set<std::string> seen;
    for (const auto manner : manners) {
        const auto images = page_images(paper(manner, {.lines = 40}));
        CHECK(images.size() >= 2);
        CHECK(images.front().starts_with("\x89PNG"));
        CHECK(std::ssize(images) == page_count(paper(manner, {.lines = 40})));
        CHECK(thumbnail(paper(manner, {.lines = 40})).size() < images.front().size());
        seen.insert(images.front());
    }
    CHECK(seen.size() == manners.size());
}
