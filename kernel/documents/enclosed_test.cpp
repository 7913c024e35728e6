#include "kernel/documents/archive.hpp"
#include "kernel/documents/enclosed.hpp"
#include "kernel/documents/paper_judge_kit.hpp"
#include "kernel/files/test_files.hpp"

#include <doctest.h>
#include <qpdf/QPDFWriter.hh>

using namespace documents;
using test_support::TemporaryFolder;

namespace
{

const std::filesystem::path program = ETABLI_MEDIA_PROGRAM;

std::string paper_with(const std::vector<Attachment>& attachments)
{
    Canvas canvas{about};
    canvas.write({.text = "facture"}, 50, 50);
    return archived(canvas.finish(), about, attachments);
}

Attachment named(const std::string& name, std::string bytes)
{
    return {.name = name, .media_type = "text/xml", .bytes = std::move(bytes)};
}

std::optional<std::vector<Enclosed>> opened(const std::string& pdf)
{
    const TemporaryFolder folder;
    return enclosed_in(program, test_files::write(folder, "paper.pdf", pdf));
}

std::string with_password(const std::string& pdf)
{
    QPDF file;
    file.processMemoryFile("paper", pdf.data(), pdf.size());
    QPDFWriter writer{file};
    writer.setOutputMemory();
    writer.setR6EncryptionParameters("secret", "owner", true, true, true, true, true, true,
                                     qpdf_r3p_full, true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

} // namespace

TEST_CASE("what travels inside a paper is taken out again, whatever it is called") // INV-056
{
    const auto found = opened(paper_with({named("factur-x.xml", "<a>é</a>"), named("é \n", "")}));
    REQUIRE(found);
    REQUIRE(found->size() == 2);
    CHECK(found->front().name == "factur-x.xml");
    CHECK(found->front().bytes == "<a>é</a>");
    CHECK(found->back().name == "é \n");
    CHECK(opened(paper_with({})).value().empty());
}

TEST_CASE("what unpacks to more than it may is left out, and more files than it may") // INV-056
{
    const auto found = opened(paper_with({named("a.xml", std::string(enclosed_bytes_max + 1, ' ')),
                                          named("b.xml", std::string(enclosed_bytes_max, ' '))}));
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().name == "b.xml");
    std::vector<Attachment> many;
    for (std::size_t i = 0; i < enclosed_max + 5; ++i)
        many.push_back(named(std::to_string(i), "x"));
    CHECK(opened(paper_with(many)).value().size() == enclosed_max);
}

TEST_CASE("a PDF that does not open says so") // INV-056
{
    const auto paper = paper_with({named("factur-x.xml", "<a/>")});
    CHECK_FALSE(opened(with_password(paper)));
    CHECK_FALSE(opened(""));
    CHECK_FALSE(opened("%PDF-1.7 and nothing else"));
    CHECK_FALSE(opened(paper.substr(0, paper.size() / 2)));
}

TEST_CASE("the words of the program are checked like those of strangers")
{
    CHECK(read_enclosed("end\n").value().empty());
    CHECK(read_enclosed("enclosed 1 2\nabc\nend\n").value().front().bytes == "bc");
    for (const auto* answer :
         {"", "end", "enclosed 1 2\nabc\n", "enclosed 1 3\nabc\nend\n", "enclosed 1 -2\nabc\nend\n",
          "enclosed 1 2 3\nabc\nend\n", "enclosed 256 2\nabc\nend\n", "refused unreadable 0\nend\n",
          "enclosed 1 18446744073709551615\nabc\nend\n"}) {
        CAPTURE(answer);
        CHECK_FALSE(read_enclosed(answer));
    }
}
