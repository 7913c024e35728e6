#include "kernel/base/official_numbers.hpp"
#include "modules/einvoice/rules.hpp"

#include <algorithm>
#include <array>

/// Number, dates, process, notes, payment and what is referred to.
namespace einvoice
{
namespace
{

constexpr const char* number_sentence = "einvoice.fault.number";
constexpr const char* date_sentence = "einvoice.fault.year";

Target document(Field field)
{
    return {.part = Part::document, .field = field};
}

void check_number(std::string_view number, Target target, Findings& findings)
{
    const bool fits = number.size() <= number_characters_max;
    findings.unless(fits, {"BR-FR-01", target, number_sentence, {}});
    findings.unless(!fits || fits_number(number), {"BR-FR-02", target, number_sentence, {}});
}

void check_date(base::Date date, Target target, Findings& findings)
{
    findings.unless(fits_date(date), {"BR-FR-03", target, date_sentence, {}});
}

/// Deposits, and what was paid before it was written, may be due before their own day.
bool may_be_due_before(const Invoice& invoice)
{
    return invoice.kind == Kind::deposit || invoice.kind == Kind::deposit_credit_note ||
           invoice.process.stage == Stage::paid;
}

void check_dates(const Invoice& invoice, Findings& findings)
{
    check_date(invoice.issued_on, document(Field::issued_on), findings);
    const auto due_on = document(Field::due_on);
    if (invoice.due_on) {
        check_date(*invoice.due_on, due_on, findings);
        // A credit note of UBL is not held to it; one of CII is.
        findings.unless(may_be_due_before(invoice) || *invoice.due_on >= invoice.issued_on,
                        {"BR-FR-CO-07", due_on, "einvoice.fault.due_before_issued", {}});
    }
    // BR-CO-25, which the schematron of 2026 no longer looks at and French law still wants.
    const bool has_terms = invoice.payment && !is_blank(invoice.payment->terms);
    findings.unless(invoice.due_on || has_terms || is_credit(invoice.kind) ||
                        due(invoice) <= base::Cents{},
                    {"ETABLI-CO-25", due_on, "einvoice.fault.no_due_date", {}});
}

void check_process(const Invoice& invoice, Findings& findings)
{
    const auto process = document(Field::process);
    const bool is_deposit =
        invoice.kind == Kind::deposit || invoice.kind == Kind::deposit_credit_note;
    findings.unless(!(is_deposit && invoice.process.stage == Stage::balance),
                    {"BR-FR-CO-08", process, "einvoice.fault.deposit_is_no_balance", {}});
    if (invoice.process.stage != Stage::paid) return;
    findings.unless(due(invoice) == base::Cents{} && invoice.due_on,
                    {"BR-FR-CO-09", process, "einvoice.fault.not_paid", {}});
}

/// « #PMT# » in a text, or « #PMT » where the next note begins: UBL writes subjects that way, and
/// its judges would count one more.
bool looks_like_a_subject(std::string_view words)
{
    constexpr std::size_t letters = 3;
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    for (auto at = words.find('#'); at != words.npos; at = words.find('#', at + 1)) {
        const auto code = words.substr(at + 1, letters);
        const auto after = words.substr(std::min(words.size(), at + 1 + letters));
        if (code.size() == letters && std::ranges::all_of(code, is_capital) &&
            (after.empty() || after.front() == '#'))
            return true;
    }
    return false;
}

void check_notes(const Invoice& invoice, Findings& findings)
{
    struct Once {
        Subject subject;
        const char* missing;
    };
    constexpr std::array<Once, 3> required{
        {{Subject::recovery_fee, "einvoice.fault.no_recovery_fee"},
         {Subject::late_penalty, "einvoice.fault.no_late_penalty"},
         {Subject::early_payment, "einvoice.fault.no_early_payment"}}};
    const Target notes{.part = Part::note, .field = Field::words};
    const auto count = [&](Subject subject) {
        return std::ranges::count(invoice.notes, subject, &Note::subject);
    };
    for (const auto& [subject, missing] : required) {
        findings.unless(count(subject) > 0, {"BR-FR-05", notes, missing, {}});
        findings.unless(count(subject) <= 1, {"BR-FR-06", notes, "einvoice.fault.note_twice", {}});
    }
    findings.unless(count(Subject::single_taxable) <= 1,
                    {"BR-FR-06", notes, "einvoice.fault.note_twice", {}});
    for (std::size_t place = 0; place < invoice.notes.size(); ++place)
        findings.unless(!looks_like_a_subject(invoice.notes[place].words),
                        {"ETABLI-NOTE",
                         {.part = Part::note, .field = Field::words, .place = place},
                         "einvoice.fault.note_code",
                         {}});
}

void check_payment(const Payment& payment, Findings& findings)
{
    if (payment.means != Means::transfer) return;
    const Target iban{.part = Part::payment, .field = Field::iban};
    if (is_blank(payment.iban))
        findings.unless(false, {"BR-50", iban, "einvoice.fault.no_iban", {}});
    else
        findings.unless(base::Iban::parse(payment.iban).has_value(),
                        {"ETABLI-IBAN", iban, "einvoice.fault.iban", {}});
}

} // namespace

void check_document(const Invoice& invoice, Findings& findings)
{
    const auto number = document(Field::number);
    findings.unless(!is_blank(invoice.number), {"BR-02", number, "einvoice.fault.no_number", {}});
    check_number(invoice.number, number, findings);
    check_dates(invoice, findings);
    check_process(invoice, findings);
    findings.unless(invoice.figures.currency == base::Currency::EUR,
                    {"BR-FR-CO-12", document(Field::currency), "einvoice.fault.currency", {}});
    check_notes(invoice, findings);
    if (invoice.payment) check_payment(*invoice.payment, findings);
}

void check_references(const Invoice& invoice, Findings& findings)
{
    const auto& preceding = invoice.references.preceding;
    for (std::size_t place = 0; place < preceding.size(); ++place) {
        const Target number{.part = Part::reference, .field = Field::number, .place = place};
        findings.unless(!is_blank(preceding[place].number),
                        {"BR-55", number, "einvoice.fault.no_reference_number", {}});
        check_number(preceding[place].number, number, findings);
        const Target date{.part = Part::reference, .field = Field::issued_on, .place = place};
        if (preceding[place].issued_on) check_date(*preceding[place].issued_on, date, findings);
    }
    const Target references{.part = Part::reference, .field = Field::number};
    const bool names_one = std::ranges::any_of(
        preceding, [](const Preceding& earlier) { return earlier.issued_on.has_value(); });
    findings.unless(invoice.kind != Kind::corrective || preceding.size() == 1,
                    {"BR-FR-CO-04", references, "einvoice.fault.corrective", {}});
    findings.unless(!is_credit(invoice.kind) || names_one,
                    {"BR-FR-CO-05", references, "einvoice.fault.credit_note", {}});
}

} // namespace einvoice
