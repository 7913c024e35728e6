#pragma once

#include "modules/einvoice/einvoice.hpp"
#include "modules/einvoicing/events.hpp"
#include "modules/einvoicing/reception.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// An invoice of a supplier. Pure.
namespace einvoicing
{

enum class InvoiceState { to_check, accepted, refused, paid };
BOOST_DESCRIBE_ENUM(InvoiceState, to_check, accepted, refused, paid)

/// Why an invoice may be refused (XP Z12-012, MDT-113 of status 210): the closed list of what a
/// business may say to another.
enum class Reason {
    none,
    tx_tva_err,
    montanttotal_err,
    calcul_err,
    non_conforme,
    doublon,
    dest_err,
    transac_inc,
    emmet_inc,
    contrat_term,
    double_fact,
    cmd_err,
    adr_err,
    ref_ct_absent
};
BOOST_DESCRIBE_ENUM(Reason, none, tx_tva_err, montanttotal_err, calcul_err, non_conforme, doublon,
                    dest_err, transac_inc, emmet_inc, contrat_term, double_fact, cmd_err, adr_err,
                    ref_ct_absent)
/// "TX_TVA_ERR".
std::string code_of(Reason reason);

struct SupplierInvoice {
    SupplierInvoiceId id;
    ReceptionId reception_id;
    std::string seller_key; ///< who it is, by the surest number he gave
    std::string seller_name;
    std::string search_key;
    std::string seller_siren;
    std::string seller_siret;
    std::string seller_vat_number;
    std::string seller_country;
    std::string buyer_name;
    std::string number;
    std::string kind; ///< UNTDID 1001
    bool is_credit_note = false;
    base::Date issued_on;
    std::optional<base::Date> due_on;
    std::string currency;
    base::Cents net;
    base::Cents tax;
    base::Cents gross;
    base::Cents due;
    std::string iban;
    std::string order_number; ///< ours
    std::string preceding;    ///< what it takes back or replaces: « FA-1, FA-2 »
    std::string taxes;        ///< JSON: taxes_of
    std::string lines;        ///< JSON: lines_of
    std::int64_t line_count = 0;
    InvoiceState state = InvoiceState::to_check;
    Reason reason = Reason::none;
    std::string reason_words;
    base::Instant received_at;
    std::optional<base::Instant> decided_at;
    tenancy::MembershipId decided_by;
    std::optional<base::Date> paid_on;
};
BOOST_DESCRIBE_STRUCT(SupplierInvoice, (),
                      (id, reception_id, seller_key, seller_name, search_key, seller_siren,
                       seller_siret, seller_vat_number, seller_country, buyer_name, number, kind,
                       is_credit_note, issued_on, due_on, currency, net, tax, gross, due, iban,
                       order_number, preceding, taxes, lines, line_count, state, reason,
                       reason_words, received_at, decided_at, decided_by, paid_on))

/// Lines kept to be read on the page; the others are in the original.
inline constexpr std::size_t lines_kept_max = 500;
inline constexpr std::size_t reason_length_max = 300; ///< code points

/// What was read, waiting to be checked.
SupplierInvoice invoice_of(const einvoice::ReceivedInvoice& received);
std::vector<SupplierTax> taxes_of(const SupplierInvoice& invoice);
std::vector<einvoice::ReceivedLine> lines_of(const SupplierInvoice& invoice);
SupplierInvoiceFacts facts_of(const SupplierInvoice& invoice, files::FileId original);

/// Of one that waits: refuses "einvoicing.refusal.decided" (conflict) otherwise.
void accept(SupplierInvoice& invoice);
/// Of one that waits, or that was accepted by mistake and not paid: refuses as accept(), and
/// "einvoicing.refusal.no_reason" without a reason.
void refuse(SupplierInvoice& invoice, Reason reason, std::string words);
/// Of one that was accepted, not before it was issued nor after today: refuses
/// "einvoicing.refusal.not_accepted" (conflict), "einvoicing.refusal.paid_on".
void pay(SupplierInvoice& invoice, base::Date on, base::Date today);

} // namespace einvoicing
