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
                        .attachments = {{.name = "présenté.pdf",
                                         .media_type = "application/pdf",
                                         .description = "Document présenté",
                                         .relationship = Relationship::source,
                                         .bytes = first},
                                        {.name = "signature.json",
                                         .media_type = "application/json",
                                         .description = "Preuve",
                                         .relationship = Relationship::data,
                                         .bytes = "{}"}},
                        .at = about.made_at};
    const auto made = bundled(bundle);
    CHECK(made == bundled(bundle));
    CHECK(faults_of(made) == std::set<std::string>{});
    QPDF file;
    file.processMemoryFile("paper", made.data(), made.size());
    CHECK(file.getAllPages().size() == 2);
    CHECK(attachment_in(made, "présenté.pdf") == first);
    CHECK(attachment_in(made, "signature.json") == "{}");
    CHECK_FALSE(attachment_in(made, "autre.json"));
    CHECK_FALSE(attachment_in("no paper", "signature.json"));
}
