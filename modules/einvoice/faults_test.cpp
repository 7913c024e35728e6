#include "kernel/i18n/translate.hpp"
#include "modules/einvoice/invoice_test_kit.hpp"

#include <doctest.h>

#include <functional>

using namespace einvoice;

namespace
{

std::vector<std::string> rules_of(const Invoice& invoice)
{
    std::vector<std::string> rules;
    for (const auto& fault : faults_of(invoice))
        rules.push_back(fault.rule);
    return rules;
}

struct Spoiled {
    std::string rule;
    Target target;
    std::function<void(Invoice&)> deed;
};

/// Each makes one fault of a right invoice.
const std::vector<Spoiled>& spoiled()
{
    const auto seller = [](Field field) { return Target{.part = Part::seller, .field = field}; };
    const auto buyer = [](Field field) { return Target{.part = Part::buyer, .field = field}; };
    static const std::vector<Spoiled> all{
        {"BR-FR-01", {}, [](Invoice& on) { on.number = std::string(36, 'A'); }},
        {"BR-FR-02", {}, [](Invoice& on) { on.number = "FA 2026"; }},
        {"BR-FR-03",
         {.field = Field::issued_on},
         [](Invoice& on) { on.issued_on = *base::Date::parse("1999-12-31"); }},
        {"BR-FR-CO-07",
         {.field = Field::due_on},
         [](Invoice& on) { on.due_on = base::Date::parse("2026-03-01"); }},
        {"ETABLI-CO-25", {.field = Field::due_on}, [](Invoice& on) { on.due_on.reset(); }},
        {"BR-FR-CO-08",
         {.field = Field::process},
         [](Invoice& on) {
             on.kind = Kind::deposit;
             on.process.stage = Stage::balance;
         }},
        {"BR-FR-CO-09",
         {.field = Field::process},
         [](Invoice& on) { on.process.stage = Stage::paid; }},
        {"BR-FR-05",
         {.part = Part::note, .field = Field::words},
         [](Invoice& on) { on.notes.erase(on.notes.begin()); }},
        {"BR-FR-06",
         {.part = Part::note, .field = Field::words},
         [](Invoice& on) { on.notes.push_back(on.notes.front()); }},
        {"ETABLI-NOTE",
         {.part = Part::note, .field = Field::words, .place = 1},
         [](Invoice& on) { on.notes[1].words = "voir #PMD"; }},
        {"BR-50",
         {.part = Part::payment, .field = Field::iban},
         [](Invoice& on) { on.payment->iban.clear(); }},
        {"ETABLI-IBAN",
         {.part = Part::payment, .field = Field::iban},
         [](Invoice& on) { on.payment->iban.back() = '8'; }},
        {"BR-FR-CO-05",
         {.part = Part::reference, .field = Field::number},
         [](Invoice& on) { on.kind = Kind::credit_note; }},
        {"BR-FR-CO-04",
         {.part = Part::reference, .field = Field::number},
         [](Invoice& on) { on.kind = Kind::corrective; }},
        {"BR-06", seller(Field::name), [](Invoice& on) { on.seller.name = " "; }},
        {"BR-11", buyer(Field::country), [](Invoice& on) { on.buyer.address.country.clear(); }},
        {"BR-CL-14", buyer(Field::country), [](Invoice& on) { on.buyer.address.country = "ZZ"; }},
        {"BR-FR-11", buyer(Field::siren), [](Invoice& on) { on.buyer.siren.clear(); }},
        {"ETABLI-SIREN", buyer(Field::siren),
         [](Invoice& on) {
             on.buyer.siren = "552100555";
             on.buyer.electronic_address.value = "552100555";
         }},
        {"BR-FR-09", seller(Field::siret), [](Invoice& on) { on.seller.siret = "55210055400013"; }},
        {"ETABLI-SIRET", seller(Field::siret),
         [](Invoice& on) { on.seller.siret = "73282932000075"; }},
        {"ETABLI-VAT", seller(Field::vat_number),
         [](Invoice& on) { on.seller.vat_number = "FR45732829320"; }},
        {"BR-CO-09", buyer(Field::vat_number),
         [](Invoice& on) { on.buyer.vat_number = "ZZ96552100554"; }},
        {"BR-FR-12", buyer(Field::electronic_address),
         [](Invoice& on) { on.buyer.electronic_address.value.clear(); }},
        {"BR-FR-21", buyer(Field::electronic_address),
         [](Invoice& on) { on.buyer.electronic_address.value = "732829320"; }},
        {"BR-FR-23", seller(Field::electronic_address),
         [](Invoice& on) { on.seller.electronic_address.value = "732829320 1"; }},
        {"ETABLI-S-02", seller(Field::vat_number),
         [](Invoice& on) { on.seller.vat_number.clear(); }},
        {"BR-29",
         {.part = Part::delivery, .field = Field::period},
         [](Invoice& on) {
             on.delivery.period = {*base::Date::parse("2026-03-01"),
                                   *base::Date::parse("2026-02-01")};
         }},
        {"BR-25",
         {.part = Part::line, .field = Field::name, .place = 1},
         [](Invoice& on) { on.lines[1].name = ""; }},
        {"BR-CO-15",
         {.part = Part::figures, .field = Field::amount},
         [](Invoice& on) {
             on.figures.totals.gross.value += 1;
             on.figures.totals.due.value += 1;
         }},
    };
    return all;
}

} // namespace

TEST_CASE("a right invoice has no fault") // INV-007
{
    CHECK(rules_of(einvoice_kit::invoice()) == std::vector<std::string>{});
}

TEST_CASE("each fault names its rule, the field to mend and says so in a sentence") // INV-007
{
    for (const auto& [rule, target, deed] : spoiled()) {
        CAPTURE(rule);
        auto invoice = einvoice_kit::invoice();
        deed(invoice);
        const auto faults = faults_of(invoice);
        REQUIRE(faults.size() == 1);
        CHECK(faults[0].rule == rule);
        CHECK(faults[0].target == target);
        CHECK(i18n::has(faults[0].sentence));
        CHECK(sentence_of(faults[0]).ends_with("."));
    }
}

TEST_CASE("goods to another member state need both VAT numbers, a day and a country") // PLT-042
{
    auto invoice = einvoice_kit::invoice();
    const billing::Treatment goods{.category = billing::Category::intra_community,
                                   .exemption = billing::Exemption::goods_in_union};
    invoice.figures = billing::figures_of(
        {.lines = {einvoice_kit::piece(1, 100, goods), einvoice_kit::piece(2, 100, goods)}});
    invoice.seller.vat_number.clear();
    invoice.buyer.vat_number.clear();
    invoice.delivery = {};
    CHECK(rules_of(invoice) ==
          std::vector<std::string>{"BR-IC-02", "BR-IC-02", "BR-IC-11", "BR-IC-12"});
}

TEST_CASE("taxes of Québec and dollars have no French e-invoice") // PLT-043
{
    auto invoice = einvoice_kit::invoice();
    const billing::Treatment both{.taxes = {{"TPS", {50'000}}, {"TVQ", {99'750}}}};
    invoice.figures = billing::figures_of(
        {.currency = base::Currency::CAD,
         .lines = {einvoice_kit::piece(1, 100, both), einvoice_kit::piece(2, 100, both)}});
    CHECK(rules_of(invoice) == std::vector<std::string>{"BR-FR-CO-12", "BR-FR-16", "BR-S-08"});
}

TEST_CASE("a rate that only an option nobody took bears is no fault")
{
    auto invoice = einvoice_kit::invoice();
    const billing::Treatment unknown{.taxes = {{"TVA", {130'001}}}};
    auto option = einvoice_kit::piece(3, 100, unknown);
    option.presence = billing::Presence::proposed;
    invoice.figures = billing::figures_of(
        {.lines = {einvoice_kit::piece(1, 10'000, einvoice_kit::taxed(200'000)),
                   einvoice_kit::piece(2, 3'333, einvoice_kit::taxed(55'000)), option}});
    invoice.lines.push_back({.name = "Option"});
    CHECK(faults_of(invoice).empty());
}

TEST_CASE("a credit note needs no day of payment")
{
    auto invoice = einvoice_kit::invoice();
    invoice.kind = Kind::credit_note;
    invoice.references.preceding = {{"FA-1", base::Date::parse("2026-02-01")}};
    invoice.due_on.reset();
    CHECK(faults_of(invoice).empty());
}
