#include "kernel/documents/bundle.hpp"

#include "kernel/documents/archive.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace documents
{
namespace
{

constexpr std::size_t written_around = 64UL * 1'024;

void read(QPDF& file, std::string_view pdf)
{
    file.setSuppressWarnings(true);
    file.processMemoryFile("paper", pdf.data(), pdf.size());
}

} // namespace

std::string bundled(const Bundle& bundle)
{
    QPDF file;
    QPDF added; // lives until all is written
    read(file, bundle.paper);
    auto expected = bundle.paper.size() + bundle.last_pages.size() + written_around;
    if (!bundle.last_pages.empty()) {
        read(added, bundle.last_pages);
        QPDFPageDocumentHelper pages{file};
        for (const auto& page : QPDFPageDocumentHelper{added}.getAllPages())
            pages.addPage(page, false);
    }
    attach(file, bundle.attachments, bundle.at);
    for (const auto& attachment : bundle.attachments)
        expected += attachment.bytes.size();
    return written_whole(file, expected);
}

std::optional<std::string> attachment_in(std::string_view pdf, const std::string& name)
{
    try {
        QPDF file;
        read(file, pdf);
        const auto place = QPDFEmbeddedFileDocumentHelper{file}.getEmbeddedFile(name);
        if (!place) return {};
        const auto bytes = place->getEmbeddedFileStream().getStreamData();
        return std::string{reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
    } catch (const QPDFExc&) {
        return {};
    }
}

} // namespace documents
