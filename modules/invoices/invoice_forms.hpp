#pragma once

#include "kernel/forms/field_types.hpp"
#include "kernel/forms/form.hpp"
#include "kernel/forms/money_types.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/issue.hpp"
#include "modules/invoices/payment.hpp"

#include <boost/describe/class.hpp>

#include <optional>

/// What pages take. Lengths are code points; lines come beside the command.
namespace invoices
{

using sale_documents::SizeUnit;
using Version = forms::Number<1, 1'000'000'000>; ///< of what the page showed

struct StartInvoice {
    tenancy::ClientId client;
    forms::Text<1, title_length_max> title;
};
BOOST_DESCRIBE_STRUCT(StartInvoice, (), (client, title))

struct SaveInvoice {
    tenancy::ClientId client;
    forms::Text<1, title_length_max> title;
    std::optional<base::Date> delivered_on;
    std::optional<Nature> nature;
    std::optional<forms::Number<0, payment_days_max>> payment_days;
    forms::LongText<0, note_length_max> note;
    std::optional<TypedPrices> prices;
    forms::Text<0, 30> discount; ///< empty: none
    std::optional<SizeUnit> discount_unit;
    forms::Text<0, sale_documents::code_length_max> code; ///< empty: none
    std::optional<Version> version;
};
BOOST_DESCRIBE_STRUCT(SaveInvoice, (),
                      (client, title, delivered_on, nature, payment_days, note, prices, discount,
                       discount_unit, code, version))

struct SaveReceipts {
    bool are_sent = false;
};
BOOST_DESCRIBE_STRUCT(SaveReceipts, (), (are_sent))

struct RemoveInvoice {
    Version version;
};
BOOST_DESCRIBE_STRUCT(RemoveInvoice, (), (version))

struct CheckInvoice {
    Version version;
};
BOOST_DESCRIBE_STRUCT(CheckInvoice, (), (version))

inline constexpr std::size_t addressee_length_max = 120;
struct IssueInvoice {
    std::optional<Way> way; ///< by mail when nothing is said
    forms::Text<1, addressee_length_max> name;
    forms::Text<0, 254> email; ///< required by mail
    forms::LongText<0, sending_words_max> words;
    Version version;
};
BOOST_DESCRIBE_STRUCT(IssueInvoice, (), (way, name, email, words, version))
/// What the fields cannot know alone: an address where one is needed.
void check_whole(forms::Form<IssueInvoice>& form);

struct RecordPayment {
    std::optional<PaymentKind> kind; ///< a payment when nothing is said
    base::Cents amount;
    base::Date received_on;
    std::optional<PaymentMeans> means;
    forms::Text<0, reference_length_max> reference;
    bool keeps_surplus = false; ///< more than is due stays to the client's credit
};
BOOST_DESCRIBE_STRUCT(RecordPayment, (),
                      (kind, amount, received_on, means, reference, keeps_surplus))

struct CreditInvoice {
    std::optional<base::Cents> credited; ///< nothing: all that is left
    forms::Text<1, reason_length_max> reason;
};
BOOST_DESCRIBE_STRUCT(CreditInvoice, (), (credited, reason))

struct InvoiceQuote {
    Share share = Share::whole;
    std::optional<base::Cents> amount; ///< of a deposit
};
BOOST_DESCRIBE_STRUCT(InvoiceQuote, (), (share, amount))

struct SaveBuyer {
    forms::Text<0, 20> siren;
    forms::Text<0, 20> vat_number;
};
BOOST_DESCRIBE_STRUCT(SaveBuyer, (), (siren, vat_number))
/// Leaves bare numbers.
void check_whole(forms::Form<SaveBuyer>& form);

struct SaveTerms {
    forms::Number<0, payment_days_max> payment_days;
    forms::Text<0, 42> iban;
    forms::Text<0, 11> bic;
    forms::Text<0, 120> holder;
    forms::LongText<0, mention_length_max> penalties;
    forms::LongText<0, mention_length_max> early;
    forms::LongText<0, mention_length_max> mentions;
    forms::LongText<0, conditions_length_max> conditions;
};
BOOST_DESCRIBE_STRUCT(SaveTerms, (),
                      (payment_days, iban, bic, holder, penalties, early, mentions, conditions))
/// Leaves a bare IBAN.
void check_whole(forms::Form<SaveTerms>& form);

/// An invoice as typed: its head, its lines, what they come to.
struct InvoiceForm {
    forms::Form<SaveInvoice> head; ///< its typed fields are those of the head alone
    sale_documents::TypedLines lines;
    Invoice invoice; ///< the saved one with what is right of the head
    Counted counted;
    sale_documents::Priced priced{};

    bool is_valid() const { return head.is_valid() && lines.is_valid(); }
    /// Good as long as this form stands where it is.
    sale_documents::TypedDocument document() const
    {
        return {invoice.terms(), lines, counted, head.errors, priced};
    }
};
InvoiceForm read_invoice(const forms::Typed& typed, const Invoice& saved, const Books& books);
/// What the code that was typed takes off, counted again; what refuses it is an error of the head.
void take_code(guard::Call& call, InvoiceForm& form, const Books& books);
/// As the editor shows what is saved.
InvoiceForm shown_invoice(const Invoice& saved, const std::vector<Line>& lines, const Books& books);

} // namespace invoices
