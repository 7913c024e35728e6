#pragma once

#include "modules/billing/document.hpp"

#include <string>

namespace billing
{

/// What a line comes to as its price was typed: with its taxes where Figures::prices says so. What
/// pages and papers print line by line. before_discount − discount = amount.
struct TypedLine {
    base::UnitPrice unit_price;
    base::Cents before_discount;
    base::Cents discount; ///< has the sign of before_discount
    base::Cents amount;
    friend bool operator==(const TypedLine&, const TypedLine&) = default;
};

/// A line, counted. before_discount − discount = net (BT-131).
struct LineFigures {
    std::int64_t key =
        0; ///< the document's; 0 for the part of a treatment in a deposit or a credit
    std::size_t treatment = 0; ///< its place in Figures::treatments
    base::Quantity quantity;
    TypedLine typed;
    base::UnitPrice unit_net; ///< as typed, or without its taxes, rounded to four places
    base::Cents before_discount;
    base::Cents discount; ///< has the sign of before_discount
    base::Cents net;
    Presence presence = Presence::counted;
    friend bool operator==(const LineFigures&, const LineFigures&) = default;
};

/// The part of an adjustment in one treatment: one BG-20 or BG-21 of an e-invoice.
struct AdjustmentFigures {
    std::size_t adjustment = 0; ///< its place in Document::adjustments
    std::size_t treatment = 0;
    Direction direction = Direction::discount;
    base::Cents typed; ///< 0 or more; with its taxes where Figures::prices says so
    base::Cents net;   ///< 0 or more
    friend bool operator==(const AdjustmentFigures&, const AdjustmentFigures&) = default;
};

/// One tax of the document (BG-23). Two taxes of one base are two rows. What bears none is a row
/// with an empty code and rate 0.
struct TaxRow {
    Category category = Category::standard;
    Exemption exemption = Exemption::none;
    std::string code;
    base::Rate rate;
    base::Cents base;
    base::Cents tax;
    base::Cents rounding;     ///< tax − round(base × rate): the cents placed here, most often 0
    base::Cents deposit_base; ///< of `base`, what deposit invoices asked before
    base::Cents deposit_tax;  ///< of `tax`, the same: it is in the books already
    friend bool operator==(const TaxRow&, const TaxRow&) = default;
};

/// What deposit invoices asked before of one treatment, and a balance or a situation takes off.
struct DepositFigures {
    std::size_t treatment = 0;
    base::Cents net;
    friend bool operator==(const DepositFigures&, const DepositFigures&) = default;
};

/// In prices as they were typed: lines − discounts + charges = total, which is Totals::gross where
/// they hold their taxes, else Totals::net.
struct TypedTotals {
    base::Cents lines; ///< Σ amount of counted lines
    base::Cents discounts;
    base::Cents charges;
    base::Cents total;
    friend bool operator==(const TypedTotals&, const TypedTotals&) = default;
};

struct Totals {
    base::Cents lines;     ///< Σ net of counted lines (BT-106)
    base::Cents discounts; ///< on the document (BT-107)
    base::Cents charges;   ///< on the document (BT-108)
    base::Cents net;       ///< lines − discounts + charges (BT-109)
    base::Cents tax;       ///< Σ tax of the rows (BT-110)
    base::Cents gross;     ///< net + tax (BT-112)
    base::Cents deposits;  ///< asked before by deposit invoices, taxes included (BT-113)
    base::Cents due;       ///< gross − deposits (BT-115)
    friend bool operator==(const Totals&, const Totals&) = default;
};

/// The figures of a document: what pages, papers, e-invoices and books all read. Nobody counts
/// again.
///
/// Order of counting (EN 16931): quantity × price rounded to the cent, the line's discount rounded,
/// lines and adjustments summed by tax, each tax taken once of its sum and rounded once. The order
/// of the lines changes nothing.
///
/// Prices typed with their taxes: T, the sum of a treatment, is kept. Its net is T / (1 + rates)
/// rounded; the tax of a single rate is T − net, which is round(net × rate) whenever a net exists
/// for which that adds up to T (at 20 % five totals of six), else one cent beside it. Of several
/// taxes each is round(net × rate), and the highest rate takes what is missing. Lines and
/// adjustments are each divided and rounded; the cents that are missing in their sum go to the
/// largest, one each, the first key first.
struct Figures {
    std::string whole; ///< of a part: identity_of() what it is a part of; else empty
    base::Currency currency = base::Currency::EUR;
    Prices prices = Prices::net;       ///< how they were typed; amounts that a part counted are net
    std::vector<Treatment> treatments; ///< sorted, each once
    std::vector<LineFigures> lines;    ///< in the document's order
    std::vector<AdjustmentFigures> adjustments;
    std::vector<TaxRow> rows;             ///< sorted by category, exemption, code, rate
    std::vector<DepositFigures> deposits; ///< taken off what is due; sorted, none of 0
    TypedTotals typed;
    Totals totals;
    friend bool operator==(const Figures&, const Figures&) = default;
};

/// Counts. Besides what check() refuses: "billing.refusal.discount" (a line's discount is more than
/// the line), ".adjustment" (more than its lines, or nothing to share it by: name the treatment),
/// ".negative_total", "base.refusal.amount_too_large".
Figures figures_of(const Document& document);

/// What an adjustment comes to before taxes, over all treatments; by its place in the document.
base::Cents net_of_adjustment(const Figures& figures, std::size_t place);

/// The bytes that are frozen and hashed: compact JSON of whole numbers in one fixed order, the same
/// for equal figures on every machine. It starts with its version.
std::string frozen(const Figures& figures);
/// A thousand lines of as many treatments, with all adjustments, fit.
inline constexpr std::size_t frozen_bytes_max = 4'000'000;
/// Those figures again. Bytes that are not exactly what frozen() writes, of another version too,
/// are a fault (an exception that is no refusal): nobody types them.
Figures figures_from(std::string_view frozen_bytes);
/// SHA-256 of those bytes, 64 hexadecimal digits. Parts carry it, so that a document that changed
/// since, or another one, is noticed. Equal figures have equal identities: whose paper it is, the
/// caller knows.
std::string identity_of(const Figures& figures);

} // namespace billing
