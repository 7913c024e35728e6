#include "tests/contracts/einvoice/invoices.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace invoices
{
namespace
{

using billing_kit::Dice;
using einvoice::Invoice;
using einvoice::Kind;
using einvoice::Stage;
using einvoice::Subject;

struct Spoiling {
    const char* name;
    std::function<void(Dice&, Invoice&)> deed;
};

base::Date in_year(int year)
{
    return {std::chrono::sys_days{std::chrono::year{year} / 3 / 1}};
}

std::string any_number(Dice& dice)
{
    constexpr std::array<const char*, 9> numbers{"",
                                                 " ",
                                                 "FA 1",
                                                 "FA.1",
                                                 "é",
                                                 "A/b+c_d-9",
                                                 "123456789012345678901234567890123456",
                                                 "F-",
                                                 "X12345678901234567890123456789012345"};
    return numbers[static_cast<std::size_t>(dice.below(numbers.size()))];
}

std::string any_text(Dice& dice)
{
    constexpr std::array<const char*, 5> texts{"", "  ", "A", "\x01", "\xff"};
    return texts[static_cast<std::size_t>(dice.below(texts.size()))];
}

std::string any_country(Dice& dice)
{
    constexpr std::array<const char*, 8> countries{"", " ", "ZZ", "fr", "F", "DE", "FRA", "GP"};
    return countries[static_cast<std::size_t>(dice.below(countries.size()))];
}

std::string any_siren(Dice& dice)
{
    constexpr std::array<const char*, 7> numbers{
        "", "73282932", "7328293200", "73282932A", "552100554", "732829320", "123456789"};
    return numbers[static_cast<std::size_t>(dice.below(numbers.size()))];
}

std::string any_siret(Dice& dice)
{
    constexpr std::array<const char*, 5> numbers{"", "7328293200007", "73282932000075",
                                                 "55210055400013", "ABCDEFGHIJKLMN"};
    return numbers[static_cast<std::size_t>(dice.below(numbers.size()))];
}

std::string any_vat(Dice& dice)
{
    constexpr std::array<const char*, 6> numbers{
        "", "ZZ123", "fr44732829320", "FR45732829320", "4", "EL123456789"};
    return numbers[static_cast<std::size_t>(dice.below(numbers.size()))];
}

einvoice::ElectronicAddress any_address(Dice& dice)
{
    const std::array<einvoice::ElectronicAddress, 7> addresses{
        {{.value = ""},
         {.value = " "},
         {.value = "552100554 1"},
         {.value = "732829320"},
         {.value = "552100554_" + std::string(116, 'x')},
         {.value = "552100554.a-b+c"},
         {einvoice::AddressScheme::mail, "a@b.example"}}};
    return addresses[static_cast<std::size_t>(dice.below(addresses.size()))];
}

einvoice::Party& any_party(Dice& dice, Invoice& invoice)
{
    return dice.one_in(2) ? invoice.seller : invoice.buyer;
}

template <class Items>
auto& any_of(Dice& dice, Items& items)
{
    return items[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(items.size())))];
}

void move_an_amount(Dice& dice, Invoice& invoice)
{
    auto& figures = invoice.figures;
    auto& totals = figures.totals;
    std::vector<base::Cents*> amounts{&totals.lines,   &totals.net, &totals.tax,
                                      &totals.gross,   &totals.due, &figures.rows[0].base,
                                      &totals.deposits};
    for (auto& line : figures.lines)
        if (line.presence == billing::Presence::counted) amounts.push_back(&line.net);
    any_of(dice, amounts)->value += dice.one_in(2) ? 100 : -1;
}

void change_a_rate(Dice& dice, Invoice& invoice)
{
    constexpr std::array<std::int64_t, 5> rates{195'000, 55'555, 1'000'000, 10'000, 130'000};
    const auto rate = rates[static_cast<std::size_t>(dice.below(rates.size()))];
    auto& treatment = any_of(dice, invoice.figures.treatments);
    if (treatment.taxes.empty()) return;
    const auto before = treatment.taxes[0];
    treatment.taxes[0].rate.value = rate;
    for (auto& row : invoice.figures.rows)
        if (row.rate == before.rate && row.code == before.code && dice.one_in(2))
            row.rate.value = rate;
}

void lose_an_exemption(Dice&, Invoice& invoice)
{
    for (auto& row : invoice.figures.rows)
        row.exemption = billing::Exemption::none;
}

void change_a_note(Dice& dice, Invoice& invoice)
{
    auto& notes = invoice.notes;
    if (notes.empty()) return;
    switch (dice.below(4)) {
    case 0:
        notes.erase(notes.begin() + dice.below(static_cast<std::int64_t>(notes.size())));
        break;
    case 1:
        notes.push_back(any_of(dice, notes));
        break;
    case 2:
        any_of(dice, notes).words = any_text(dice);
        break;
    default:
        notes.insert(notes.end(), 2, {Subject::single_taxable, "MEMBRE_ASSUJETTI_UNIQUE"});
    }
}

void change_a_reference(Dice& dice, Invoice& invoice)
{
    auto& preceding = invoice.references.preceding;
    switch (dice.below(4)) {
    case 0:
        preceding.clear();
        break;
    case 1:
        preceding.push_back({any_number(dice), in_year(2026)});
        break;
    case 2:
        preceding.push_back({"FA-1", {}});
        break;
    default:
        if (!preceding.empty()) preceding[0].issued_on = in_year(dice.one_in(2) ? 1999 : 2030);
    }
}

void change_the_delivery(Dice& dice, Invoice& invoice)
{
    auto& delivery = invoice.delivery;
    switch (dice.below(5)) {
    case 0:
        delivery.on.reset();
        break;
    case 1:
        delivery.period = {in_year(2027), in_year(2026)};
        break;
    case 2:
        delivery.address = einvoice::Address{.country = any_country(dice)};
        break;
    case 3:
        delivery.address.reset();
        break;
    default:
        delivery.on = in_year(dice.one_in(2) ? 2100 : 2001);
    }
}

void change_the_payment(Dice& dice, Invoice& invoice)
{
    switch (dice.below(4)) {
    case 0:
        invoice.payment = einvoice::Payment{.iban = any_text(dice)};
        break;
    case 1:
        invoice.payment = einvoice::Payment{.iban = "FR7630006000011234567890188"};
        break;
    case 2:
        invoice.payment.reset();
        break;
    default:
        invoice.paid.value += dice.between(1, 500);
    }
}

void change_the_dates(Dice& dice, Invoice& invoice)
{
    constexpr std::array<int, 6> years{1999, 2000, 2099, 2100, 2025, 2026};
    const auto date = in_year(years[static_cast<std::size_t>(dice.below(years.size()))]);
    switch (dice.below(3)) {
    case 0:
        invoice.issued_on = date;
        break;
    case 1:
        invoice.due_on = date;
        break;
    default:
        invoice.due_on.reset();
        if (invoice.payment) invoice.payment->terms = any_text(dice);
    }
}

void change_the_words(Dice& dice, Invoice& invoice)
{
    auto& line = any_of(dice, invoice.lines);
    if (dice.one_in(3) && !invoice.adjustments.empty())
        any_of(dice, invoice.adjustments) = any_text(dice);
    else if (dice.one_in(3))
        line.description = any_text(dice);
    else
        line.name = any_text(dice);
}

const std::vector<Spoiling>& spoilings()
{
    static const std::vector<Spoiling> all{
        {"number", [](Dice& dice, Invoice& on) { on.number = any_number(dice); }},
        {"dates", change_the_dates},
        {"kind", [](Dice& dice, Invoice& on) { on.kind = static_cast<Kind>(dice.below(5)); }},
        {"stage",
         [](Dice& dice, Invoice& on) { on.process.stage = static_cast<Stage>(dice.below(4)); }},
        {"circuit",
         [](Dice& dice, Invoice& on) {
             on.circuit = static_cast<einvoice::Circuit>(dice.below(6));
         }},
        {"name", [](Dice& dice, Invoice& on) { any_party(dice, on).name = any_text(dice); }},
        {"country",
         [](Dice& dice, Invoice& on) { any_party(dice, on).address.country = any_country(dice); }},
        {"siren", [](Dice& dice, Invoice& on) { any_party(dice, on).siren = any_siren(dice); }},
        {"siret", [](Dice& dice, Invoice& on) { any_party(dice, on).siret = any_siret(dice); }},
        {"vat", [](Dice& dice, Invoice& on) { any_party(dice, on).vat_number = any_vat(dice); }},
        {"address",
         [](Dice& dice, Invoice& on) {
             any_party(dice, on).electronic_address = any_address(dice);
         }},
        {"notes", change_a_note},
        {"references", change_a_reference},
        {"delivery", change_the_delivery},
        {"payment", change_the_payment},
        {"words", change_the_words},
        {"amount", move_an_amount},
        {"rate", change_a_rate},
        {"exemption", lose_an_exemption},
        {"currency", [](Dice&, Invoice& on) { on.figures.currency = base::Currency::CAD; }},
    };
    return all;
}

} // namespace

std::string spoil(Dice& dice, Invoice& invoice)
{
    std::string done;
    for (auto left = dice.one_in(4) ? 2 : 1; left > 0; --left) {
        const auto& spoiling = any_of(dice, spoilings());
        spoiling.deed(dice, invoice);
        done += (done.empty() ? "" : ", ") + std::string{spoiling.name};
    }
    return done;
}

} // namespace invoices
