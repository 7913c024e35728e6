#pragma once

#include "modules/einvoice/einvoice.hpp"

/// One invoice that every judge passes, to be spoiled by tests.
namespace einvoice_kit
{

inline billing::Treatment taxed(std::int64_t rate)
{
    return {.taxes = {{"TVA", {rate}}}};
}

inline billing::Line piece(std::int64_t key, std::int64_t cents, billing::Treatment treatment)
{
    return {.key = key,
            .quantity = {base::one_whole},
            .unit_price = {cents * 100},
            .treatment = std::move(treatment)};
}

inline einvoice::Party seller()
{
    return {.name = "Fournil SARL",
            .siren = "732829320",
            .siret = "73282932000074",
            .vat_number = "FR44732829320",
            .address = {.line_one = "12 rue de l’Église",
                        .postal_code = "69001",
                        .city = "Lyon",
                        .country = "FR"},
            .electronic_address = {.value = "732829320"}};
}

inline einvoice::Party buyer()
{
    return {.name = "Noël & Fils",
            .siren = "552100554",
            .vat_number = "FR96552100554",
            .address = {.line_one = "3 place de la République",
                        .postal_code = "75011",
                        .city = "Paris",
                        .country = "FR"},
            .electronic_address = {.value = "552100554"}};
}

/// 100 € at 20 % and 33,33 € at 5,5 %.
inline einvoice::Invoice invoice()
{
    using einvoice::Subject;
    return {.number = "FA-2026-00042",
            .issued_on = *base::Date::parse("2026-03-02"),
            .due_on = base::Date::parse("2026-04-01"),
            .seller = seller(),
            .buyer = buyer(),
            .delivery = {.on = base::Date::parse("2026-03-01")},
            .notes = {{Subject::recovery_fee, "Indemnité forfaitaire de recouvrement : 40 €"},
                      {Subject::late_penalty, "Pénalités de retard : trois fois le taux légal"},
                      {Subject::early_payment, "Pas d’escompte pour paiement anticipé"}},
            .payment = einvoice::Payment{.iban = "FR7630006000011234567890189"},
            .figures = billing::figures_of(
                {.lines = {piece(1, 10'000, taxed(200'000)), piece(2, 3'333, taxed(55'000))}}),
            .lines = {{.name = "Main-d’œuvre", .unit = einvoice::Unit::hour}, {.name = "Joint"}}};
}

} // namespace einvoice_kit
