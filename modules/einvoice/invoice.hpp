#pragma once

#include "kernel/base/clock.hpp"
#include "modules/billing/billing.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace einvoice
{

/// BT-3, by the codes of UNTDID 1001.
enum class Kind {
    invoice,            ///< 380
    credit_note,        ///< 381
    deposit,            ///< 386
    corrective,         ///< 384: replaces one invoice, which it names
    deposit_credit_note ///< 503: takes a deposit invoice back
};
std::string_view code_of(Kind kind);
/// 381 and 503: a document of its own in UBL, and it names what it takes back.
bool is_credit(Kind kind);

/// What is sold: the category of operation that French invoices name since the reform.
enum class Nature { goods, services, mixed };
/// Where the document stands among those of its sale.
enum class Stage {
    asked,   ///< 1: to be paid
    paid,    ///< 2: was paid before it was written
    balance, ///< 4: after deposits
    reported ///< 7: its tax was told to the tax office already
};
/// BT-23, « cadre de facturation »: "S1", "B4".
struct Process {
    Nature nature = Nature::services;
    Stage stage = Stage::asked;
};
std::string code_of(Process process);

/// Note BAR: which way the document goes through the reform.
enum class Circuit { business, business_abroad, consumer, consumer_abroad, outside, archived };
/// "B2B", "B2BINT", "B2C", "B2CINT", "OUTOFSCOPE", "ARCHIVEONLY".
std::string_view code_of(Circuit circuit);

/// What a note is about (BT-21, UNTDID 4451).
enum class Subject {
    general,       ///< AAI
    recovery_fee,  ///< PMT: the 40 € for recovery
    late_penalty,  ///< PMD
    early_payment, ///< AAB: the discount for paying early, or that there is none
    registration,  ///< REG: legal form, capital, register
    single_taxable ///< TXD: member of an « assujetti unique »
};
std::string_view code_of(Subject subject);
struct Note {
    Subject subject = Subject::general;
    std::string words; ///< BT-22
};

/// BG-5, BG-8, BG-15. `country` is ISO 3166-1, two capital letters.
struct Address {
    std::string line_one, line_two, line_three;
    std::string postal_code, city;
    std::string country;
};
/// Where e-invoices reach somebody (BT-34, BT-49): "0225" of the French directory (SIREN,
/// SIREN_SIRET, SIREN_SUFFIX), or "EM", an e-mail address.
enum class AddressScheme { directory, mail };
std::string_view code_of(AddressScheme scheme);
struct ElectronicAddress {
    AddressScheme scheme = AddressScheme::directory;
    std::string value;
};

/// BG-4 or BG-7. Numbers as official_numbers.hpp keeps them, without spaces; empty where there is
/// none.
struct Party {
    std::string name;         ///< BT-27, BT-44
    std::string trading_name; ///< BT-28, BT-45
    std::string siren;        ///< BT-30, BT-47
    std::string siret;        ///< BT-29, BT-46
    std::string vat_number;   ///< BT-31, BT-48
    Address address;
    ElectronicAddress electronic_address;
};

struct Period {
    base::Date from, until;
};
/// BG-13: when and where it was delivered or done.
struct Delivery {
    std::optional<base::Date> on;   ///< BT-72
    std::optional<Period> period;   ///< BG-14
    std::string name;               ///< BT-70
    std::optional<Address> address; ///< BG-15, when it is not the buyer's
};

/// BT-81, UNTDID 4461.
enum class Means { transfer, card, cheque, cash };
std::string_view code_of(Means means);
struct Payment {
    Means means = Means::transfer;
    std::string iban;         ///< BT-84; of a transfer
    std::string account_name; ///< BT-85
    std::string terms;        ///< BT-20
};

/// When the tax falls due (BT-8): « d’après les débits », or when it is paid for.
enum class TaxDue { unsaid, on_issue, on_payment };

/// BG-3.
struct Preceding {
    std::string number;                  ///< BT-25
    std::optional<base::Date> issued_on; ///< BT-26
};
struct References {
    std::vector<Preceding> preceding; ///< what a credit note takes back, deposits of a balance
    std::string quote;                ///< BT-122
    std::string order;                ///< BT-13: the buyer's purchase order
    std::string contract;             ///< BT-12
    std::string buyer;                ///< BT-10: a service or a person of the buyer
};

/// What a quantity is of (BT-130, UN/ECE Recommendation 20).
enum class Unit {
    one,
    piece,
    hour,
    day,
    week,
    month,
    year,
    minute,
    metre,
    square_metre,
    cubic_metre,
    kilometre,
    kilogram,
    tonne,
    litre,
    lump_sum,
    set
};
std::string_view code_of(Unit unit);
/// « h », « m² », « forfait », « ml »: what people type; `one` for what is not known.
Unit unit_of(std::string_view typed);

/// The words of a line; its figures are billing's.
struct LineWords {
    std::string name;        ///< BT-153
    std::string description; ///< BT-154
    std::string code;        ///< BT-155: the seller's own
    Unit unit = Unit::one;
};

/// An invoice or a credit note as EN 16931 sees it: what billing counted, and the words around it.
/// Nothing is counted again but what is paid already.
struct Invoice {
    std::string number; ///< BT-1: 1 to 35 of letters, digits and + - _ /
    Kind kind = Kind::invoice;
    Process process;
    Circuit circuit = Circuit::business;
    base::Date issued_on;             ///< BT-2
    std::optional<base::Date> due_on; ///< BT-9
    TaxDue tax_due = TaxDue::unsaid;
    Party seller, buyer;
    Delivery delivery;
    std::vector<Note> notes;
    std::optional<Payment> payment;
    References references;
    billing::Figures figures;
    std::vector<LineWords> lines; ///< one for each of Figures::lines, in their order
    std::vector<std::string>
        adjustments;  ///< why (BT-97, BT-104), by place in Document::adjustments
    base::Cents paid; ///< before it was written, beside what deposit invoices asked
};

/// What was asked or paid before (BT-113), and what is left (BT-115).
base::Cents prepaid(const Invoice& invoice);
base::Cents due(const Invoice& invoice);

} // namespace einvoice
