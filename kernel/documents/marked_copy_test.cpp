#include "kernel/documents/bundle.hpp"
#include "kernel/documents/marked_copy.hpp"
#include "kernel/documents/paper_judge_kit.hpp"

#include <doctest.h>

using namespace documents;

namespace
{

const std::string data = "<Invoice/>";

std::string two_pages()
{
    Canvas canvas{about};
    canvas.write({.text = "Facture FACT-2026-0001"}, 50, 50);
    canvas.next_page();
    canvas.write({.text = "Suite"}, 50, 50);
    return archived(canvas.finish(), about,
                    {{.name = "factur-x.xml",
                      .media_type = "text/xml",
                      .description = "Factur-X",
                      .bytes = data}});
}

/// Of each page, how many things are laid over it.
std::vector<std::size_t> marks_in(const std::string& pdf)
{
    QPDF file;
    file.processMemoryFile("paper", pdf.data(), pdf.size());
    std::vector<std::size_t> marks;
    for (auto page : file.getAllPages())
        marks.push_back(page.getKey("/Resources").getKey("/XObject").getKeys().size());
    return marks;
}

} // namespace

TEST_CASE("a copy says on each page that it is one, and keeps what the paper carries") // INV-006
{
    const auto paper = two_pages();
    const auto copy = marked_copy(paper, "Duplicata du 23 novembre 2026", about.made_at);
    CHECK(copy == marked_copy(paper, "Duplicata du 23 novembre 2026", about.made_at));
    CHECK(copy != paper);
    CHECK(faults_of(copy) == std::set<std::string>{});
    CHECK(marks_in(copy) == std::vector<std::size_t>{1, 1});
    CHECK(attachment_in(copy, "factur-x.xml") == data);
    CHECK_THROWS(marked_copy("no paper", "Duplicata", about.made_at));
}
