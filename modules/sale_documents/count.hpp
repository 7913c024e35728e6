#pragma once

#include "kernel/forms/form.hpp"
#include "modules/billing/billing.hpp"
#include "modules/sale_documents/line.hpp"

#include <optional>
#include <vector>

namespace tenancy
{
struct Workspace;
}

/// A document of lines as billing counts it. Nothing here adds up.
namespace sale_documents
{

/// What a workspace counts with.
struct Books {
    billing::Regime regime = billing::Regime::france;
    base::Currency currency = base::Currency::EUR;
    std::string usual{}; ///< code of the tax of a new line; empty: the first of the regime
};
/// The tax of a new line: billing::tax_choices of the regime.
std::string usual_tax(const Books& books);
/// The first line that bears a tax its regime does not offer, if any: typed before it changed.
const Line* line_of_other_regime(const std::vector<Line>& lines, const Books& books);
Books books_of(const tenancy::Workspace& workspace);

struct Counted {
    /// Nothing while no line is counted, or when something of `problem` is in the way. The key of a
    /// line is its place, from 1.
    std::optional<billing::Figures> figures;
    std::optional<base::Cents> deposit; ///< taxes included
    std::optional<base::Cents> balance; ///< what it leaves
    /// What cannot be counted as it is, and the field to change: "discount", "deposit", or "" for
    /// the whole.
    std::string field;
    std::optional<forms::FieldError> problem;
    /// Of the discount that a code gave: its word, and its place among the adjustments.
    std::string code{};
    std::size_t code_place = 0;
};
/// As billing counts it. Refuses "sale_documents.refusal.tax".
billing::Document document_of(const Terms& terms, const std::vector<Line>& lines,
                              const Books& books);
/// Figures that were frozen are not counted again; only the deposit and the code are read of them.
Counted counted_from(billing::Figures figures, const Terms& terms);
/// Says which discount the code of these terms gave, where it gave one.
void name_code(Counted& counted, const Terms& terms);
/// Only lines that are right on their own: a known tax, what it comes to within base::Cents.
Counted counted(const Terms& terms, const std::vector<Line>& lines, const Books& books);

} // namespace sale_documents
