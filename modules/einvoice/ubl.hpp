#pragma once

#include "modules/einvoice/written.hpp"
#include "modules/einvoice/xml_writer.hpp"

namespace einvoice
{

/// UBL 2.1 Invoice and CreditNote, in the order of their schemas. For this module only.
class Ubl
{
  public:
    Ubl(XmlWriter& xml, const Invoice& invoice);
    void write();

  private:
    void money(std::string_view name, std::string_view value)
    {
        xml_.text(name, value, {{"currencyID", currency_}});
    }
    void write_head();
    void write_period();
    void write_references();
    void write_document_reference(std::string_view name, std::string_view number);
    void write_address(std::string_view name, const Address& address);
    void write_tax_number(const Party& party, TaxNumbers numbers);
    void write_party(std::string_view name, const Party& party, TaxNumbers numbers);
    void write_delivery();
    void write_payment();
    void write_tax_category(std::string_view name, const WrittenTax& tax,
                            billing::Exemption exemption);
    void write_adjustment(const billing::AdjustmentFigures& adjustment);
    void write_taxes();
    void write_totals();
    void write_line_discount(const billing::LineFigures& line);
    void write_item(const WrittenLine& line);
    void write_line(const WrittenLine& line);

    XmlWriter& xml_;
    const Invoice& invoice_;
    bool is_credit_;
    std::string_view currency_;
};

} // namespace einvoice
