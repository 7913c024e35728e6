#include "modules/einvoice/factur_x.hpp"

#include "kernel/documents/attachment.hpp"
#include "modules/einvoice/einvoice.hpp"

namespace einvoice
{
namespace
{

/// Version 1.0 is that of the container, which Factur-X 1.09 keeps.
constexpr const char* announcement =
    R"(<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">)"
    "<fx:DocumentType>INVOICE</fx:DocumentType>"
    "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>"
    "<fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>"
    "</rdf:Description>";

std::string property(const std::string& name, const std::string& meaning)
{
    return R"(<rdf:li rdf:parseType="Resource"><pdfaProperty:name>)" + name +
           "</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>"
           "<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>" +
           meaning + "</pdfaProperty:description></rdf:li>";
}

/// PDF/A wants every property it does not know described.
std::string extension_schema()
{
    return R"(<rdf:Description rdf:about="" )"
           R"(xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" )"
           R"(xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" )"
           R"(xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">)"
           R"(<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">)"
           "<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>"
           "<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
           "</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>"
           "<pdfaSchema:property><rdf:Seq>" +
           property("DocumentFileName", "The name of the embedded XML document") +
           property("DocumentType", "The type of the hybrid document") +
           property("Version", "The version of the standard of the embedded XML document") +
           property("ConformanceLevel", "The conformance level of the embedded XML document") +
           "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
           "</rdf:Description>";
}

} // namespace

std::string paper_of(const documents::Document& paper, const Invoice& invoice)
{
    const auto faults = faults_of(invoice);
    if (!faults.empty())
        throw base::Refusal{"einvoice.refusal.faults", {{"fault", sentence_of(faults.front())}}};

    return documents::pdf_of(paper, {.name = "factur-x.xml",
                                     .media_type = "text/xml",
                                     .description = "Factur-X (EN 16931)",
                                     .relationship = documents::Relationship::alternative,
                                     .bytes = cii_of(invoice),
                                     .metadata = extension_schema() + announcement});
}

} // namespace einvoice
