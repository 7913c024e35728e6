#define POINTERHOLDER_TRANSITION 4

#include "modules/einvoice/invoice_test_kit.hpp"

#include <doctest.h>
#include <qpdf/QPDF.hh>

using namespace einvoice;

namespace
{

documents::Document paper()
{
    return {.title = "Facture FA-2026-00042",
            .subtitle = "2 mars 2026",
            .from = {.name = "Fournil SARL"},
            .body = {documents::Paragraph{"Main-d’œuvre : 120,00 €"}},
            .foot = "SIRET 732 829 320 00074",
            .made_at = base::parse_iso("2026-03-02T09:00:00Z").value()};
}

std::string stream_of(QPDFObjectHandle stream)
{
    const auto bytes = stream.getStreamData();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

} // namespace

TEST_CASE("the paper of an invoice carries its CII as Factur-X wants it") // INV-007
{
    const auto pdf = paper_of(paper(), einvoice_kit::invoice());
    QPDF file;
    file.processMemoryFile("paper", pdf.data(), pdf.size());
    auto root = file.getRoot();
    auto named = root.getKey("/AF").getArrayItem(0);
    CHECK(named.getKey("/AFRelationship").getName() == "/Alternative");
    CHECK(named.getKey("/F").getUTF8Value() == "factur-x.xml");
    CHECK(stream_of(named.getKey("/EF").getKey("/F")) == cii_of(einvoice_kit::invoice()));
    const auto xmp = stream_of(root.getKey("/Metadata"));
    for (const char* part :
         {"<pdfaid:part>3<", "<fx:DocumentFileName>factur-x.xml<", "<fx:DocumentType>INVOICE<",
          "<fx:Version>1.0<", "<fx:ConformanceLevel>EN 16931<",
          "<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#<",
          "<pdfaProperty:name>ConformanceLevel<"})
        CHECK(xmp.find(part) != std::string::npos);
}

TEST_CASE("the same paper and invoice give the same bytes")
{
    CHECK(paper_of(paper(), einvoice_kit::invoice()) == paper_of(paper(), einvoice_kit::invoice()));
}

TEST_CASE("a Factur-X is valid or it is not made") // INV-007
{
    auto invoice = einvoice_kit::invoice();
    invoice.buyer.siren = "55210055";
    CHECK_THROWS_AS(paper_of(paper(), invoice), base::Refusal);
}
