#include "kernel/documents/attachment.hpp"
#include "kernel/files/test_files.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/reading.hpp"
#include "modules/einvoicing/reception_test_kit.hpp"

using namespace einvoicing_test;

namespace
{

struct Desk {
    /// The number that was read, or the key of the sentence that says why not.
    std::string read(const std::string& bytes)
    {
        const auto path = test_files::write(folder, "original", bytes);
        const auto read = einvoicing::read_original(path);
        if (const auto* why = std::get_if<einvoice::NotUnderstood>(&read)) {
            CHECK(i18n::has(why->sentence));
            return why->sentence;
        }
        return std::get<einvoice::ReceivedInvoice>(read).number;
    }
    test_world::World world{db::Engine::Sqlite, invoices_test::Office::modules_with(
                                                    {{"einvoicing", einvoicing::describe}})};
    test_support::TemporaryFolder folder;
};

std::string paper_with(const std::string& name, const std::string& bytes)
{
    return documents::pdf_of({.title = "Facture", .from = {.name = "Fournil"}},
                             {.name = name, .media_type = "text/xml", .bytes = bytes});
}

} // namespace

TEST_CASE("Factur-X, UBL and CII are read, whoever wrote them") // INV-056
{
    Desk desk;
    CHECK(desk.read(paper("F-1")) == "F-1");
    CHECK(desk.read(ubl("F-2")) == "F-2");
    CHECK(desk.read(einvoice::cii_of(invoice("F-3"))) == "F-3");
    CHECK(desk.read(paper_with("ZUGFeRD-invoice.xml", ubl("F-4"))) == "F-4");
    CHECK(desk.read(paper_with("xrechnung.xml", ubl("F-5"))) == "F-5");
    CHECK(desk.read(sample("akretion/invoice_EN16931.pdf")) == "F20260023");
    CHECK(desk.read(sample("foreign-cii.xml")) != "");
}

TEST_CASE("an original that is not understood says why in one sentence") // INV-056
{
    Desk desk;
    CHECK(desk.read("%PDF-1.7 and nothing else") == "einvoicing.unread.closed_paper");
    CHECK(desk.read(documents::pdf_of({.title = "Photo", .from = {.name = "Fournil"}})) ==
          "einvoicing.unread.plain_paper");
    CHECK(desk.read(paper_with("order-x.xml", ubl("F-1"))) == "einvoicing.unread.plain_paper");
    CHECK(desk.read(paper_with("factur-x.xml", "<a/>")) == "einvoice.unread.no_invoice");
    CHECK(desk.read("<?xml version='1.0'?><a") == "einvoice.unread.no_xml");
    CHECK(desk.read(std::string(einvoice::received_bytes_max + 9, ' ')) ==
          "einvoice.unread.too_large");
}
