#include "kernel/documents/archive.hpp"

#include "kernel/html/core.hpp"

#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>

namespace documents
{
namespace
{

constexpr const char* maker = "Établi";
constexpr std::size_t added_bytes = 64 * 1'024; ///< about what archiving adds

/// "2026-11-20T10:00:00+00:00".
std::string iso_second(base::Instant at)
{
    return base::iso(at).substr(0, 19) + "+00:00";
}

std::string escaped(const std::string& text)
{
    std::string kept;
    html::append_escaped(kept, text);
    return kept;
}

std::string xmp_of(const Particulars& about, const std::vector<Attachment>& attachments)
{
    const auto at = iso_second(about.made_at);
    std::string announced;
    for (const auto& attachment : attachments)
        announced += attachment.metadata;
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
           "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escaped(about.title) + "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>" +
           escaped(about.author) + "</rdf:li></rdf:Seq></dc:creator><pdf:Producer>" + maker +
           "</pdf:Producer><xmp:CreatorTool>" + maker + "</xmp:CreatorTool><xmp:CreateDate>" + at +
           "</xmp:CreateDate><xmp:ModifyDate>" + at + "</xmp:ModifyDate></rdf:Description>" +
           announced + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

QPDFObjectHandle info_of(QPDF& file, const Particulars& about)
{
    auto info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(about.title));
    info.replaceKey("/Author", QPDFObjectHandle::newUnicodeString(about.author));
    info.replaceKey("/Producer", QPDFObjectHandle::newUnicodeString(maker));
    info.replaceKey("/Creator", QPDFObjectHandle::newUnicodeString(maker));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdf_date(about.made_at)));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(pdf_date(about.made_at)));
    return file.makeIndirectObject(info);
}

/// What cairo writes and archives refuse.
void correct_objects(QPDF& file)
{
    for (auto& object : file.getAllObjects()) {
        auto dictionary = object.isStream() ? object.getDict() : object;
        if (!dictionary.isDictionary()) continue;
        auto subtype = dictionary.getKey("/Subtype");
        if (subtype.isNameAndEquals("/Image")) dictionary.removeKey("/Interpolate");
        if (subtype.isNameAndEquals("/CIDFontType2") && !dictionary.hasKey("/CIDToGIDMap"))
            dictionary.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
    }
}

void add_output_intent(QPDF& file)
{
    auto profile = file.newStream(std::string{base::embedded_colours().front().bytes});
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    auto intent = file.makeIndirectObject(QPDFObjectHandle::parse(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
        "/RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>"));
    intent.replaceKey("/DestOutputProfile", profile);
    auto intents = QPDFObjectHandle::newArray();
    intents.appendItem(intent);
    file.getRoot().replaceKey("/OutputIntents", intents);
}

void add_metadata(QPDF& file, const Particulars& about, const std::vector<Attachment>& attachments)
{
    auto metadata = file.newStream(xmp_of(about, attachments));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    auto root = file.getRoot();
    root.replaceKey("/Metadata", metadata);
    root.replaceKey("/Lang", QPDFObjectHandle::newString("fr-FR"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    file.getTrailer().replaceKey("/Info", info_of(file, about));
}

const char* name_of(Relationship relationship)
{
    switch (relationship) {
    case Relationship::alternative:
        return "/Alternative";
    case Relationship::source:
        return "/Source";
    case Relationship::data:
        return "/Data";
    case Relationship::supplement:
        break;
    }
    return "/Supplement";
}

QPDFObjectHandle annotation_of(QPDF& file, const LinkArea& link, double page_height)
{
    const auto& area = link.area;
    auto action = QPDFObjectHandle::parse("<< /S /URI >>");
    action.replaceKey("/URI", QPDFObjectHandle::newString(link.address));
    auto made = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] >>");
    made.replaceKey(
        "/Rect", QPDFObjectHandle::newFromRectangle({area.x, page_height - area.y - area.height,
                                                     area.x + area.width, page_height - area.y}));
    made.replaceKey("/A", action);
    return file.makeIndirectObject(made);
}

void add_links(QPDF& file, const Drawn& drawn)
{
    auto pages = file.getAllPages();
    for (const auto& link : drawn.links) {
        auto& page = pages.at(static_cast<std::size_t>(link.page));
        if (!page.hasKey("/Annots")) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
        page.getKey("/Annots").appendItem(annotation_of(file, link, drawn.page_height));
    }
}

} // namespace

std::string archived(const Drawn& drawn, const Particulars& particulars,
                     const std::vector<Attachment>& attachments)
{
    QPDF file;
    file.processMemoryFile("paper", drawn.pdf.data(), drawn.pdf.size());
    correct_objects(file);
    add_output_intent(file);
    add_metadata(file, particulars, attachments);
    attach(file, attachments, particulars.made_at);
    add_links(file, drawn);
    return written_whole(file, drawn.pdf.size() + added_bytes);
}

void attach(QPDF& file, const std::vector<Attachment>& attachments, base::Instant at)
{
    QPDFEmbeddedFileDocumentHelper list{file};
    auto root = file.getRoot();
    for (const auto& attachment : attachments) {
        auto stream = QPDFEFStreamObjectHelper::createEFStream(file, attachment.bytes);
        stream.setSubtype(attachment.media_type)
            .setCreationDate(pdf_date(at))
            .setModDate(pdf_date(at));
        auto named = QPDFFileSpecObjectHelper::createFileSpec(file, attachment.name, stream);
        named.setDescription(attachment.description);
        auto object = named.getObjectHandle();
        object.replaceKey("/AFRelationship",
                          QPDFObjectHandle::newName(name_of(attachment.relationship)));
        list.replaceEmbeddedFile(attachment.name, named);
        if (!root.hasKey("/AF")) root.replaceKey("/AF", QPDFObjectHandle::newArray());
        root.getKey("/AF").appendItem(object);
    }
}

std::string written_whole(QPDF& file, std::size_t bytes_expected)
{
    std::string made;
    made.reserve(bytes_expected);
    Pl_Function pipe{"paper", nullptr, [&](const unsigned char* bytes, std::size_t count) {
                         made.append(reinterpret_cast<const char*>(bytes), count);
                     }};
    QPDFWriter writer{file};
    writer.setOutputPipeline(&pipe);
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setMinimumPDFVersion("1.7");
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    return made;
}

std::string pdf_date(base::Instant at)
{
    std::string digits;
    for (const char c : base::iso(at).substr(0, 19))
        if (c >= '0' && c <= '9') digits += c;
    return "D:" + digits + "+00'00'";
}

} // namespace documents
