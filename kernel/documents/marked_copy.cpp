#include "kernel/documents/marked_copy.hpp"

#include "kernel/documents/archive.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <stdexcept>

namespace documents
{
namespace
{

constexpr std::size_t mark_bytes = 64UL * 1'024; ///< about what a mark adds
constexpr double letter_width = 612;             ///< points
constexpr double from_top = 12;                  ///< points: above whatever a paper begins with
constexpr double words_size = 10;
constexpr Colour words_colour{.red = 0.70, .green = 0.11, .blue = 0.11};

/// A page with nothing but the words.
std::string mark_of(const std::string& words, base::Instant made_at, Paper paper)
{
    const Particulars about{.title = words, .author = {}, .made_at = made_at};
    Canvas canvas{about, paper};
    canvas.write({.text = words,
                  .size = words_size,
                  .width = paper == Paper::Letter ? letter_width : paper_width,
                  .weight = Weight::Bold,
                  .align = Align::Centre,
                  .lines = Lines::One,
                  .colour = words_colour},
                 0, from_top);
    return archived(canvas.finish(), about);
}

Paper paper_of(QPDFPageObjectHelper page)
{
    const auto box = page.getMediaBox().getArrayAsRectangle();
    return box.urx - box.llx > letter_width - 1 ? Paper::Letter : Paper::A4;
}

/// What the page draws is kept apart, so that nothing of its state reaches the mark.
void lay_over(QPDF& file, QPDFPageObjectHelper page, QPDFObjectHandle mark)
{
    auto resources = page.getAttribute("/Resources", true);
    auto suffix = 1;
    const auto name = resources.getUniqueResourceName("/Mark", suffix);
    const auto placed = page.placeFormXObject(mark, name, page.getTrimBox().getArrayAsRectangle());
    resources.mergeResources(QPDFObjectHandle::parse("<< /XObject << >> >>"));
    resources.getKey("/XObject").replaceKey(name, mark);
    page.addPageContents(file.newStream("q\n"), true);
    page.addPageContents(file.newStream("\nQ\n" + placed), false);
}

void read(QPDF& file, std::string_view pdf)
{
    file.setSuppressWarnings(true);
    file.processMemoryFile("paper", pdf.data(), pdf.size());
}

} // namespace

std::string marked_copy(std::string_view paper, const std::string& words, base::Instant made_at)
{
    QPDF file;
    QPDF added; // lives until all is written
    read(file, paper);
    auto pages = QPDFPageDocumentHelper{file}.getAllPages();
    if (pages.empty()) throw std::runtime_error("a paper without a page");
    const auto drawn = mark_of(words, made_at, paper_of(pages.front()));
    read(added, drawn);
    const auto mark = file.copyForeignObject(
        QPDFPageDocumentHelper{added}.getAllPages().front().getFormXObjectForPage());
    for (auto& page : pages)
        lay_over(file, page, mark);
    return written_whole(file, paper.size() + mark_bytes);
}

} // namespace documents
