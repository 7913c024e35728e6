#include "kernel/documents/bundle.hpp"
#include "kernel/documents/paper_judge_kit.hpp"

#include <doctest.h>

using namespace documents;

namespace
{

std::string paper(const std::string& words)
{
    Canvas canvas{about};
    canvas.write({.text = words}, 50, 50);
    return archived(canvas.finish(), about);
}

} // namespace

TEST_CASE("two papers and what they were made of become one PDF/A-3b, always the same bytes")
{ // QUO-042
    const auto first = paper("devis");
    const auto last = paper("signature");
    const Bundle bundle{.paper = first,
                        .last_pages = last,
                        .enclosures = {{.name = "présenté.pdf",
                                        .type = "application/pdf",
                                        .description = "Document présenté",
                                        .bytes = first},
                                       {.name = "signature.json",
                                        .type = "application/json",
                                        .description = "Preuve",
                                        .bytes = "{}",
                                        .relation = Enclosure::Relation::data}},
                        .at = about.made_at};
    const auto made = bundled(bundle);
    CHECK(made == bundled(bundle));
    CHECK(faults_of(made) == std::set<std::string>{});
    QPDF file;
    file.processMemoryFile("paper", made.data(), made.size());
    CHECK(file.getAllPages().size() == 2);
    CHECK(enclosure_in(made, "présenté.pdf") == first);
    CHECK(enclosure_in(made, "signature.json") == "{}");
    CHECK_FALSE(enclosure_in(made, "autre.json"));
    CHECK_FALSE(enclosure_in("no paper", "signature.json"));
}
