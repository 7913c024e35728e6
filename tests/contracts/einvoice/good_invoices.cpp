#include "tests/contracts/einvoice/invoices.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace invoices
{
namespace
{

using namespace billing;
using base::Cents;
using billing_kit::Dice;
using einvoice::Invoice;
using einvoice::Kind;

base::Date day(std::int64_t after_2026)
{
    return {std::chrono::sys_days{std::chrono::year{2026} / 1 / 1} + std::chrono::days{after_2026}};
}

std::optional<Figures> french_figures(Dice& dice)
{
    auto document = billing_kit::any_document(dice);
    if (document.currency != base::Currency::EUR) return {};
    if (dice.one_in(20))
        document.lines.push_back(billing_kit::piece(900, 0, document.lines[0].treatment));
    try {
        return figures_of(document);
    } catch (const base::Refusal&) {
        return {};
    }
}

/// What is written of a whole: itself, or a part of it.
struct Issue {
    Kind kind = Kind::invoice;
    einvoice::Stage stage = einvoice::Stage::asked;
    Figures figures;
};

Figures some_credit(Dice& dice, const Figures& invoice)
{
    if (dice.one_in(2)) return credit_rest(invoice, {});
    return credit_amount(invoice, {}, {dice.between(1, invoice.totals.gross.value)});
}

Figures a_situation(Dice& dice, const Figures& whole)
{
    std::vector<LineProgress> done;
    for (const auto& line : whole.lines)
        if (line.presence == Presence::counted)
            done.push_back({line.key, {dice.between(0, base::hundred_percent.value)}});
    return situation_of(whole, done, {});
}

Issue part_of(Dice& dice, const Figures& whole)
{
    const auto gross = whole.totals.gross;
    if (gross == Cents{}) return {.figures = whole};
    switch (dice.below(8)) {
    case 0:
        return {Kind::credit_note, einvoice::Stage::asked, some_credit(dice, whole)};
    case 1: {
        const auto deposit = deposit_of(whole, {dice.between(1, gross.value)}, {});
        if (dice.one_in(3))
            return {Kind::deposit_credit_note, einvoice::Stage::asked, some_credit(dice, deposit)};
        return {Kind::deposit, einvoice::Stage::asked, deposit};
    }
    case 2: {
        const auto deposit = deposit_of(whole, {dice.between(1, gross.value)}, {});
        return {Kind::invoice, einvoice::Stage::balance, balance_of(whole, {deposit})};
    }
    case 3:
        return {Kind::invoice, einvoice::Stage::asked, a_situation(dice, whole)};
    case 4:
        return {Kind::corrective, einvoice::Stage::asked, whole};
    case 5:
        return {Kind::invoice, einvoice::Stage::paid, whole};
    default:
        return {Kind::invoice, einvoice::Stage::asked, whole};
    }
}

Issue any_issue(Dice& dice)
{
    for (;;) {
        const auto whole = french_figures(dice);
        if (!whole) continue;
        try {
            return part_of(dice, *whole);
        } catch (const base::Refusal&) {
            return {Kind::invoice, einvoice::Stage::asked, *whole};
        }
    }
}

std::string any_words(Dice& dice)
{
    constexpr std::array<const char*, 7> words{"Main-d’œuvre & déplacement",
                                               "Joint <haute température> \"70 °C\"",
                                               "Łódź / Győr / Århus",
                                               "Élagage\nsur deux lignes",
                                               "L'essai à 100 %",
                                               "😀 option « confort »",
                                               "Contrôle"};
    return words[static_cast<std::size_t>(dice.below(words.size()))];
}

einvoice::Party seller()
{
    return {.name = "Fournil & Fils SARL",
            .trading_name = "",
            .siren = "732829320",
            .siret = "73282932000074",
            .vat_number = "FR44732829320",
            .address = {.line_one = "12 rue de l’Église",
                        .line_two = "Bât. « B »",
                        .line_three = "",
                        .postal_code = "69001",
                        .city = "Lyon",
                        .country = "FR"},
            .electronic_address = {.value = "732829320"}};
}

einvoice::Party buyer()
{
    return {.name = "Pâtisserie Noël",
            .trading_name = "Noël",
            .siren = "552100554",
            .siret = "",
            .vat_number = "FR96552100554",
            .address = {.line_one = "3 place de la République",
                        .line_two = "",
                        .line_three = "",
                        .postal_code = "75011",
                        .city = "Paris",
                        .country = "FR"},
            .electronic_address = {.value = "552100554_55210055400013"}};
}

void put_parties(Dice& dice, Invoice& invoice)
{
    using billing::Category;
    invoice.seller = seller();
    invoice.buyer = buyer();
    const auto& rows = invoice.figures.rows;
    const bool is_franchise = std::ranges::all_of(
        rows, [](const TaxRow& row) { return row.category == Category::exempt; });
    if (is_franchise) invoice.seller.vat_number.clear();
    const bool goes_abroad = std::ranges::any_of(
        rows, [](const TaxRow& row) { return row.category == Category::intra_community; });
    if (goes_abroad) {
        invoice.circuit = einvoice::Circuit::business_abroad;
        invoice.buyer.siren.clear();
        invoice.buyer.vat_number = "BE0428759497";
        invoice.buyer.address = {"Rue Neuve 1", "", "", "1000", "Bruxelles", "BE"};
        invoice.buyer.electronic_address = {einvoice::AddressScheme::mail, "compta@noel.example"};
        invoice.delivery.address = invoice.buyer.address;
    } else if (dice.one_in(6)) {
        invoice.circuit = einvoice::Circuit::consumer;
        invoice.buyer.siren.clear();
        if (std::ranges::none_of(
                rows, [](const TaxRow& row) { return row.category == Category::reverse_charge; }))
            invoice.buyer.vat_number = dice.one_in(2) ? "" : invoice.buyer.vat_number;
        invoice.buyer.electronic_address = {einvoice::AddressScheme::mail, "noel@noel.example"};
    }
}

void put_notes(Dice& dice, Invoice& invoice)
{
    using einvoice::Subject;
    invoice.notes = {{Subject::registration, "SARL au capital de 10 000 € - RCS Lyon 732 829 320"},
                     {Subject::recovery_fee, "Indemnité forfaitaire pour recouvrement : 40 €"},
                     {Subject::late_penalty, "Pénalités de retard : 3 fois le taux légal"},
                     {Subject::early_payment, "Pas d'escompte pour paiement anticipé"}};
    if (dice.one_in(3)) invoice.notes.push_back({Subject::general, any_words(dice)});
}

void put_payment(Dice& dice, Invoice& invoice)
{
    if (invoice.process.stage == einvoice::Stage::paid) invoice.paid = invoice.figures.totals.due;
    if (dice.one_in(5)) return;
    invoice.payment = einvoice::Payment{.iban = "FR7630006000011234567890189",
                                        .account_name = dice.one_in(2) ? "Fournil" : "",
                                        .terms = dice.one_in(2) ? "30 jours net" : ""};
    if (dice.one_in(4)) invoice.payment->means = einvoice::Means::card;
}

void put_references(Dice& dice, Invoice& invoice)
{
    auto& references = invoice.references;
    const bool needs_one = einvoice::is_credit(invoice.kind) || invoice.kind == Kind::corrective ||
                           invoice.process.stage == einvoice::Stage::balance;
    if (needs_one) references.preceding.push_back({"FA-2026-0001", day(2)});
    if (dice.one_in(4)) references.quote = "D-2026-00012";
    if (dice.one_in(4)) references.order = "BC 4012";
    if (dice.one_in(6)) references.contract = "M-7";
    if (dice.one_in(4)) references.buyer = "Service achats";
}

void put_words(Dice& dice, Invoice& invoice)
{
    constexpr std::int64_t units = 17;
    for (std::size_t i = 0; i < invoice.figures.lines.size(); ++i)
        invoice.lines.push_back({.name = any_words(dice),
                                 .description = dice.one_in(3) ? any_words(dice) : "",
                                 .code = dice.one_in(3) ? "ART-7" : "",
                                 .unit = static_cast<einvoice::Unit>(dice.below(units))});
    for (const auto& part : invoice.figures.adjustments)
        while (invoice.adjustments.size() <= part.adjustment)
            invoice.adjustments.push_back(any_words(dice));
}

} // namespace

Invoice good_invoice(Dice& dice)
{
    auto issue = any_issue(dice);
    Invoice invoice;
    invoice.kind = issue.kind;
    invoice.process = {static_cast<einvoice::Nature>(dice.below(3)), issue.stage};
    invoice.figures = std::move(issue.figures);
    invoice.number = "FA-2026-" + std::to_string(dice.between(1, 99'999));
    invoice.issued_on = day(dice.between(60, 300));
    invoice.due_on = {invoice.issued_on.day + std::chrono::days{dice.between(0, 45)}};
    invoice.tax_due = static_cast<einvoice::TaxDue>(dice.below(3));
    invoice.delivery.on = day(dice.between(30, 60));
    if (dice.one_in(4)) invoice.delivery.period = {day(31), day(58)};
    if (dice.one_in(5)) {
        invoice.delivery.address = buyer().address;
        invoice.delivery.name = "Chantier";
    }
    put_parties(dice, invoice);
    put_notes(dice, invoice);
    put_payment(dice, invoice);
    put_references(dice, invoice);
    put_words(dice, invoice);
    return invoice;
}

} // namespace invoices
