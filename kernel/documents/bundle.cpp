#include "kernel/documents/bundle.hpp"

#include "kernel/documents/archive.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
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

void enclose(QPDF& file, const Enclosure& enclosure, base::Instant at)
{
    auto stream = QPDFEFStreamObjectHelper::createEFStream(file, enclosure.bytes);
    stream.setSubtype(enclosure.type).setCreationDate(pdf_date(at)).setModDate(pdf_date(at));
    auto place = QPDFFileSpecObjectHelper::createFileSpec(file, enclosure.name, stream);
    place.setDescription(enclosure.description);
    const bool is_source = enclosure.relation == Enclosure::Relation::source;
    place.getObjectHandle().replaceKey("/AFRelationship",
                                       QPDFObjectHandle::newName(is_source ? "/Source" : "/Data"));
    QPDFEmbeddedFileDocumentHelper{file}.replaceEmbeddedFile(enclosure.name, place);
    auto root = file.getRoot();
    if (!root.hasKey("/AF")) root.replaceKey("/AF", QPDFObjectHandle::newArray());
    root.getKey("/AF").appendItem(place.getObjectHandle());
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
    for (const auto& enclosure : bundle.enclosures) {
        enclose(file, enclosure, bundle.at);
        expected += enclosure.bytes.size();
    }
    return written_whole(file, expected);
}

std::optional<std::string> enclosure_in(std::string_view pdf, const std::string& name)
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
