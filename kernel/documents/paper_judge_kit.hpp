#pragma once

#include "kernel/documents/archive.hpp"

#include <qpdf/QPDF.hh>

#include <set>
#include <string>

/// For tests of kernel/documents: is this PDF/A-3b?
namespace documents
{

inline const Particulars about{.title = "Fiche « CH-118 » & suite",
                               .author = "B\u00e2timent <Le Goff>",
                               .made_at = base::parse_iso("2026-11-22T09:00:00Z").value()};

enum class Has { pages, seal };

inline bool is_embedded(QPDFObjectHandle descriptor)
{
    return descriptor.isDictionary() &&
           (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") ||
            descriptor.hasKey("/FontFile3"));
}

inline std::string stream_of(QPDFObjectHandle stream)
{
    const auto bytes = stream.getStreamData();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

/// Printed, and a link or a field without size: PDF/A asks the others for an appearance.
inline bool is_allowed_annotation(QPDFObjectHandle one)
{
    auto subtype = one.getKey("/Subtype");
    auto flags = one.getKey("/F");
    if (!flags.isInteger()) return false;
    if (subtype.isNameAndEquals("/Link")) return flags.getIntValue() == 4;
    auto area = one.getKey("/Rect").getArrayAsRectangle();
    return subtype.isNameAndEquals("/Widget") && flags.getIntValue() == 132 && area.llx == 0 &&
           area.lly == 0 && area.urx == 0 && area.ury == 0;
}

inline void check_object(QPDFObjectHandle object, std::set<std::string>& faults)
{
    auto one = object.isStream() ? object.getDict() : object;
    if (!one.isDictionary()) return;
    auto subtype = one.getKey("/Subtype");
    const auto is = [&](const char* name) { return subtype.isNameAndEquals(name); };
    if (is("/Image") && one.hasKey("/Interpolate")) faults.insert("an image is interpolated");
    if (one.hasKey("/FontName") && one.hasKey("/Flags") && !is_embedded(one))
        faults.insert("a font is not embedded");
    if (is("/CIDFontType2") && !one.hasKey("/CIDToGIDMap")) faults.insert("no CIDToGIDMap");
    if (one.getKey("/S").isNameAndEquals("/JavaScript") ||
        one.getKey("/S").isNameAndEquals("/Launch") || one.hasKey("/JS"))
        faults.insert("something runs");
    if (one.hasKey("/EF") &&
        (!one.hasKey("/AFRelationship") || !one.hasKey("/F") || !one.hasKey("/UF") ||
         !one.getKey("/EF").getKey("/F").getDict().getKey("/Subtype").isName()))
        faults.insert("a file without reason, name or type");
    if (one.getKey("/Type").isNameAndEquals("/Annot") && !is_allowed_annotation(one))
        faults.insert("an annotation that is no printed link");
}

inline void check_catalogue(QPDF& file, Has has, std::set<std::string>& faults)
{
    auto root = file.getRoot();
    auto metadata = root.getKey("/Metadata");
    if (!metadata.isStream() || metadata.getDict().hasKey("/Filter") ||
        !metadata.getDict().getKey("/Type").isNameAndEquals("/Metadata") ||
        !metadata.getDict().getKey("/Subtype").isNameAndEquals("/XML"))
        faults.insert("no plain metadata");
    else {
        const auto xmp = stream_of(metadata);
        for (const char* part :
             {"<pdfaid:part>3<", "<pdfaid:conformance>B<", "Fiche « CH-118 » &amp; suite",
              "B\u00e2timent &lt;Le Goff&gt;", "<xmp:CreateDate>2026-11-22T09:00:00+00:00<",
              "<xmp:ModifyDate>2026-11-22T09:00:00+00:00<"})
            if (xmp.find(part) == xmp.npos) faults.insert(std::string{"metadata without "} + part);
    }
    auto intents = root.getKey("/OutputIntents");
    if (!intents.isArray() || !intents.getArrayItem(0).getKey("/S").isNameAndEquals("/GTS_PDFA1") ||
        stream_of(intents.getArrayItem(0).getKey("/DestOutputProfile")).substr(16, 4) != "RGB ")
        faults.insert("no RGB output intent");
    const bool has_files = root.hasKey("/Names") && root.getKey("/Names").hasKey("/EmbeddedFiles");
    if (has_files != root.hasKey("/AF")) faults.insert("files that the catalogue does not name");
    if (root.hasKey("/StructTreeRoot") || root.hasKey("/AcroForm") != (has == Has::seal) ||
        root.hasKey("/OpenAction"))
        faults.insert("more than pages");
}

/// What notes on veraPDF’s refusals taught: each was a real failure of some engine.
inline std::set<std::string> faults_of(const std::string& pdf, Has has = Has::pages)
{
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("paper", pdf.data(), pdf.size());
    std::set<std::string> faults;
    if (!file.getTrailer().hasKey("/ID")) faults.insert("no identifier");
    if (file.getTrailer().hasKey("/Encrypt")) faults.insert("encrypted");
    auto info = file.getTrailer().getKey("/Info");
    if (info.getKey("/Title").getUTF8Value() != about.title ||
        info.getKey("/Author").getUTF8Value() != about.author || !info.hasKey("/ModDate") ||
        info.getKey("/CreationDate").getUTF8Value() != "D:20261122090000+00'00'")
        faults.insert("other particulars than the metadata");
    check_catalogue(file, has, faults);
    for (auto& object : file.getAllObjects())
        check_object(object, faults);
    if (!file.getWarnings().empty()) faults.insert("a reader would warn");
    return faults;
}

} // namespace documents
